// A lambda that a case writes as a list of steps: the same as tests/support/scripted.rs, as a function.
// tests/cases/README.md says what each step does.

/** The function that takes `steps`. */
export function scripted(steps) {
  return (user, registration, jwt, id_token, tokens) => {
    const lambda = { user, registration, jwt, id_token, tokens };
    for (const step of steps) take(step, lambda);
  };
}

function take(step, lambda) {
  if ("throw" in step) throw new Error(step.throw);
  if ("from" in step) assign(lambda, step.set, structuredClone(read(lambda, step.from)));
  else if ("set" in step) assign(lambda, step.set, structuredClone(step.value));
  else if ("undefine" in step) assign(lambda, step.undefine, undefined);
  else if ("unset" in step) remove(lambda, step.unset);
  else throw new TypeError(`no such step: ${JSON.stringify(step)}`);
}

function stepsOf(pointer) {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** An own property: `__proto__` is a key like any other. */
function own(value, key) {
  return value !== null && typeof value === "object" && Object.hasOwn(value, key)
    ? value[key]
    : undefined;
}

function read(lambda, pointer) {
  return stepsOf(pointer).reduce(own, lambda);
}

function put(object, key, value) {
  const property = { value, writable: true, enumerable: true, configurable: true };
  Object.defineProperty(object, key, property);
}

function assign(lambda, pointer, value) {
  const [root, ...path] = stepsOf(pointer);
  const last = path.pop();
  let object = writable(lambda, root);
  for (const key of path) {
    if (own(object, key) == null) put(object, key, {});
    object = own(object, key);
  }
  put(object, last, value);
}

function remove(lambda, pointer) {
  const [root, ...path] = stepsOf(pointer);
  const last = path.pop();
  const object = path.reduce(own, writable(lambda, root));
  if (object !== null && typeof object === "object") delete object[last];
}

function writable(lambda, root) {
  if (lambda[root] === undefined) throw new TypeError(`${root} is undefined`);
  return lambda[root];
}
