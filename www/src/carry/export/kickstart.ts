// The requests that give a lambda to FusionAuth, as a kickstart file in the form of the core's export of a policy.

import type { Draft } from "../../draft/draft.js";
import { valueAt } from "../../draft/edit.js";
import { withEnd } from "./scenario.js";

/** What kickstart reads in its own way inside a text. */
const TAKEN = ["#{", "@{", "&{", "\\"];

/** A kickstart file, and what has to be known of it. */
export interface Kickstart {
  readonly text: string;
  readonly notes: readonly string[];
}

/** The kickstart file that creates the draft's lambda and assigns it; `type` is FusionAuth's type of the lambda. */
export function lambdaKickstart({ lambda, sections }: Draft, type: string): Kickstart {
  const { body, debug } = lambda;
  const provider = sections.identityProvider;
  const setting = (key: string) =>
    valueAt(provider, [key]) ?? valueAt(provider, ["identityProvider", key]);
  const [providerType, strategy] = [setting("type"), setting("linkingStrategy")];
  const document = {
    variables: {
      apiKey: "#{ENV.FUSIONAUTH_API_KEY}",
      identityProviderId: idOr(setting("id"), "00000000-0000-4000-8000-0000000000f1"),
      lambdaId: "00000000-0000-4000-8000-0000000000a1",
    },
    apiKeys: [{ key: "#{apiKey}" }],
    requests: [
      {
        method: "POST",
        url: "/api/lambda/#{lambdaId}",
        body: {
          lambda: { name: "Reconcile", type, engineType: "GraalJS", enabled: true, debug, body },
        },
      },
      {
        method: "PATCH",
        url: "/api/identity-provider/#{identityProviderId}",
        body: {
          identityProvider: {
            type: typeof providerType === "string" ? providerType : "OpenIDConnect",
            lambdaConfiguration: { reconcileId: "#{lambdaId}" },
            ...(typeof strategy === "string" ? { linkingStrategy: strategy } : {}),
          },
        },
      },
    ],
  };
  return { text: withEnd(JSON.stringify(document, null, 2)), notes: notesOn(body) };
}

function idOr(id: unknown, otherwise: string): string {
  return typeof id === "string" && id !== "" ? id : otherwise;
}

function notesOn(body: string): readonly string[] {
  const notes = [
    "The requests suppose that the identity provider is there: put them behind the request that creates it.",
  ];
  const taken = TAKEN.find((sign) => body.includes(sign));
  if (taken !== undefined) {
    notes.push(
      `The lambda contains ${taken}, which kickstart reads in its own way: save the lambda as a file beside the kickstart file, and write @{reconcile.js} as its body.`,
    );
  }
  if (/(^|[^:"'`])\/\//.test(body)) {
    notes.push("Kickstart joins lines: write comments as /* … */, and end statements with ;.");
  }
  return notes;
}
