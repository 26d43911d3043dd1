/**
 * A field of one of FusionAuth's objects, or a claim, that the types do not name.
 *
 * It is not `unknown`, because an interface, such as one of FusionAuth's own client, can be given where an
 * object of any further fields is wanted only if these are of this type.
 */
// biome-ignore lint/suspicious/noExplicitAny: see above
export type AnyField = any;
