// @cedar-policy/cedar-wasm: policies are parsed once. It decides, and makes no values.

// There are no tests of types: a policy that meets the wrong one fails and permits nothing. Two policies instead of
// `||`, so that the failure of one leaves the other.
const GATE = `
permit(principal, action, resource) when {
  context.jwt.email_verified == "true" && context.jwt.email like "*@example.com"
};
permit(principal, action, resource) when {
  context.jwt.email_verified == "true" && context.id_token["cognito:groups"].contains("staff")
};`;

export const cedar = {
  name: "cedar-wasm 4.13.0",
  // The context crosses into WebAssembly as JSON, so less of it is faster.
  takesLess: true,
  async load() {
    const { default: engine } = await import("@cedar-policy/cedar-wasm/nodejs");
    const parsed = engine.preparsePolicySet("gate", { staticPolicies: GATE });
    if (parsed.type !== "success") throw new Error(JSON.stringify(parsed));
    return {
      gate({ jwt, id_token }) {
        const answer = engine.statefulIsAuthorized({
          principal: { type: "User", id: "jane" },
          action: { type: "Action", id: "log-in" },
          resource: { type: "Application", id: "orders" },
          context: { jwt, id_token },
          preparsedPolicySetId: "gate",
          entities: [],
        });
        return answer.response?.decision === "allow";
      },
    };
  },
};
