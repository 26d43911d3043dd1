// What the frame shows when somebody asks for it, in one piece.

export { Gallery } from "./gallery/Gallery.js";
export { Help } from "./help/Help.js";
