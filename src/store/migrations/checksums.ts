/** A checksum beside every text that is quoted (see checksum.ts, which gives `checksum`); a step of migrations.ts. */
export const checksums = `
  ALTER TABLE versions ADD COLUMN letter_sum INTEGER NOT NULL DEFAULT 0;
  UPDATE versions SET letter_sum = checksum(letter);
  ALTER TABLE passages ADD COLUMN passage_sum INTEGER NOT NULL DEFAULT 0;
  UPDATE passages SET passage_sum = checksum(passage);
  ALTER TABLE kept_passages ADD COLUMN copy_sum INTEGER NOT NULL DEFAULT 0;
  UPDATE kept_passages SET copy_sum = checksum(copy);
`;
