/** The name by which the text that QuickJS reads calls the translation of what it caught. Nobody else writes it. */
export const CAUGHT = "__reconcile_kit_caught";
