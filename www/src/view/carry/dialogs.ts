// What exports, imports and shares, in one piece: nothing of it is needed for a first view.

export { copyRealLink, copyRedactedLink, copyReport } from "./copying.js";
export { ExportDialog } from "./ExportDialog.js";
export { ImportDialog } from "./ImportDialog.js";
export { announce, takeFiles, takeText } from "./importing.js";
export { ShareDialog } from "./ShareDialog.js";
