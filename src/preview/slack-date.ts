/** `<!date^1392734382^{date_short} {time}^link|fallback>` as a Dutch reader sees it. */

const formats: Record<string, Intl.DateTimeFormatOptions> = {
  date_num: { year: "numeric", month: "2-digit", day: "2-digit" },
  date: { year: "numeric", month: "long", day: "numeric" },
  date_short: { year: "numeric", month: "short", day: "numeric" },
  date_long: { weekday: "long", year: "numeric", month: "long", day: "numeric" },
  time: { hour: "2-digit", minute: "2-digit" },
  time_secs: { hour: "2-digit", minute: "2-digit", second: "2-digit" },
};

/**
 * Fills in the tokens of the format; an unknown token or a bad time stamp gives the fallback.
 *
 * @param timeZone of the reader, an IANA name
 */
export function formatSlackDate(
  data: { timestamp: string; format: string; fallback: string },
  timeZone: string,
): string {
  const date = new Date(Number(data.timestamp) * 1000);
  if (Number.isNaN(date.getTime())) return data.fallback;
  let known = true;
  const text = data.format.replace(/\{([a-z_]+)\}/g, (_, token: string) => {
    const format = formats[token.replace(/_pretty$/, "")];
    if (format === undefined) known = false;
    return format === undefined ? "" : date.toLocaleString("nl-NL", { ...format, timeZone });
  });
  return known ? text : data.fallback;
}

/** Hours and minutes of a message's time stamp, `14:05`, and the whole moment for a tooltip. */
export function messageTime(ts: string, timeZone: string): { short: string; long: string; iso: string } {
  const date = new Date(Number(ts) * 1000);
  return {
    short: date.toLocaleString("nl-NL", { ...formats.time, timeZone }),
    long: date.toLocaleString("nl-NL", { ...formats.date_long, ...formats.time, timeZone }),
    iso: date.toISOString(),
  };
}
