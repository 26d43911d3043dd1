// What engines throw when their stack is full. It is loaded in the realm too, where nothing but operators can be trusted.

/** QuickJS's words, which stand for all of them. */
export const TOO_DEEP = "InternalError: stack overflow";

/** Whether it is an error's name and message that say that the stack is full. */
export function meansFullStack(said: string): boolean {
  return said === TOO_DEEP || said === "RangeError: Maximum call stack size exceeded";
}
