/** Words on which no sentence and no heading ends, so that a text that ends on one goes on in the next line. */
export const opensMore =
  /(?:^|\s)(?:de|het|een|van|en|of|in|op|te|tot|met|voor|door|dat|die|aan|bij|naar|over|om|als|dan|uit|ter|ten|tegen|onder|tussen|is|zijn|wordt|worden|heeft|hebben|niet|er|ook|zich|deze|dit|hun|haar|mijn|onze|uw|circa|ruim|bijna|ongeveer|artikel)$/i;
