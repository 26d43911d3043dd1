// What lambdas write to.

/** Fields that hold whatever is put there. */
const FREE = [
  "user.data.a",
  "user.data.b",
  "user.data.list",
  "user.data['custom:x']",
  "user.data[$text!]",
  "registration.data.a",
  "registration.data.b",
  "user.data.nested",
];

/** Fields of the user and the registration that hold a text. */
const TEXTS = [
  "user.firstName",
  "user.firstName",
  "user.lastName",
  "user.lastName",
  "user.fullName",
  "user.middleName",
  "user.mobilePhone",
  "registration.username",
];

export const field = { leaves: FREE };
export const textfield = { leaves: TEXTS };
