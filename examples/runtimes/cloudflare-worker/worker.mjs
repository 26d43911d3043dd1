// A Cloudflare Worker that answers what a policy makes of somebody's claims.
//
//   POST /   { "user": …, "registration": …, "jwt": …, "id_token": … }, what FusionAuth hands to a reconcile lambda
//   POST /   { "requestContext": { "authorizer": … } }, the claims as API Gateway passes them on
//
// Who calls has to be trusted: the Worker verifies no token.

import { createReconcile, PolicyDeniedError, ReconcileKitError } from "reconcile-kit/lambda";
import policy from "./policy.json";

const reconcile = createReconcile(policy);

export default {
  async fetch(request) {
    if (request.method !== "POST") {
      return answer(405, { code: "method", message: "use POST" }, { allow: "POST" });
    }
    try {
      return answer(200, reconciled(given(await request.json())));
    } catch (error) {
      return refusal(error);
    }
  },
};

/** The user and the registration as the policy leaves them. */
function reconciled({ user, registration, jwt, id_token }) {
  reconcile(user, registration, jwt, id_token);
  return { user, registration };
}

/** What a policy is run on. Whoever has no user or registration yet begins with an empty one. */
function given(body) {
  const authorizer = body?.requestContext?.authorizer;
  // REST APIs have the claims beside the authorizer's own values, HTTP APIs in `jwt`. They are an id token's.
  const claims = authorizer?.claims ?? authorizer?.jwt?.claims;
  if (claims) return { user: {}, registration: {}, jwt: claims, id_token: claims };
  const { user, registration, jwt, id_token } = body ?? {};
  if (!jwt && !id_token) throw new SyntaxError("there are no claims: neither `jwt` nor `id_token`");
  return { user: user ?? {}, registration: registration ?? {}, jwt, id_token };
}

function refusal(error) {
  if (error instanceof PolicyDeniedError) {
    return answer(403, { code: error.denial.code, message: error.message });
  }
  // The caller's fault: no JSON, or no object where one has to be.
  if (error instanceof SyntaxError || error instanceof ReconcileKitError) {
    const { code = "bad-request", message, help } = error;
    return answer(400, { code, message, help });
  }
  throw error;
}

function answer(status, body, headers = {}) {
  return Response.json(body, { status, headers: { "cache-control": "no-store", ...headers } });
}
