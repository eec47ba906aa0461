/**
 * The step that takes away the view `searchable_batches`. Which batches may be announced is known to the index of the
 * process that announces them, and not to the database: it may hold what this index is still being filled with. What
 * stays, `indexed_at`, tells an administrator whether the index of the running bot keeps up.
 */
export const noSearchableBatches = "DROP VIEW searchable_batches;";
