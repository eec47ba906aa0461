/** In SQL, of a row of `letters`: it was not withdrawn, and did not turn out to be another letter. */
export const holds = "withdrawn_at IS NULL AND merged_into IS NULL";
