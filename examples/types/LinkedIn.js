/* Takes the name and the largest picture. Sorting the list in place is forgotten after the run. */
function reconcile(user, registration, linkedInUser, context) {
  user.firstName = linkedInUser.localizedFirstName;
  user.lastName = linkedInUser.localizedLastName;
  const images = linkedInUser.profilePicture?.["displayImage~"]?.elements || [];
  images.sort((a, b) => widthOf(b) - widthOf(a));
  if (images.length > 0) {
    user.imageUrl = images[0].identifiers[0].identifier;
  }
}

function widthOf(image) {
  return image.data["com.linkedin.digitalmedia.mediaartifact.StillImage"].displaySize.width;
}
