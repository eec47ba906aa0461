/** How many passages the version of a letter that holds has: every answer says how many there are in all. */
export const passageCounts = `
  ALTER TABLE letter_names ADD COLUMN passages INTEGER NOT NULL DEFAULT 0;
  UPDATE letter_names SET passages = (
    SELECT count(*) FROM passages
    WHERE passages.letter_key = letter_names.letter_key AND passages.version = letter_names.version
  );
`;
