/* Maps both of LinkedIn's answers, as FusionAuth documents its default LinkedIn lambda. */
function reconcile(user, registration, linkedInUser, context) {
  /* UserInfo (OpenID Connect) sends the first of each, the older Profile API the second. */
  user.firstName = linkedInUser.given_name || linkedInUser.localizedFirstName || user.firstName;
  user.lastName = linkedInUser.family_name || linkedInUser.localizedLastName || user.lastName;
  user.imageUrl = linkedInUser.picture || largestPicture(linkedInUser) || user.imageUrl;
}

/* The Profile API lists one picture in several sizes. */
function largestPicture(linkedInUser) {
  const picture = linkedInUser.profilePicture?.["displayImage~"];
  let largest;
  for (const element of picture?.elements || []) {
    if (!largest || widthOf(element) > widthOf(largest)) {
      largest = element;
    }
  }
  return largest?.identifiers[0].identifier;
}

function widthOf(element) {
  return element.data["com.linkedin.digitalmedia.mediaartifact.StillImage"].displaySize.width;
}
