import { CronPattern } from "croner";
import { folderOf, readAddress, type Setting, wrongSetting } from "../settings.ts";
import type { Subjects } from "./sources/koop-query.ts";

/** The official sources, by the names that they go by here. */
export const sourceNames = ["koop", "tweede-kamer"] as const;

/** Where letters come from by themselves, which, and how politely. */
export interface SourcesConfig {
  koop: {
    /** Address of the search. */
    sru: string;
    /** Address of the site that publishes, ends with a slash. */
    publications: string;
  };
  /** Address of SyncFeed 2.0, ends with a slash. */
  tweedeKamer: string;
  subjects: Subjects;
  /** Whom a source may write to about our requests: a mail address or a page; null when not given. */
  contact: string | null;
  /** `host` or `host:port`; those of the addresses above included. */
  allowedHosts: string[];
  pauseMilliseconds: number;
  /** A cron pattern in the readers' time zone; null for never. */
  schedule: string | null;
}

/** The settings of sources, as config.ts lists settings. */
export const sourceSettings = [
  {
    name: "KOOP_SRU_URL",
    meaning: "address of KOOP's search (SRU 2.0) for official publications",
    default: "https://repository.overheid.nl/sru",
  },
  {
    name: "KOOP_PUBLICATIONS_URL",
    meaning: "address of the site where official publications are read",
    default: "https://zoek.officielebekendmakingen.nl/",
  },
  {
    name: "TWEEDE_KAMER_FEED_URL",
    meaning: "address of the Tweede Kamer's SyncFeed",
    default: "https://gegevensmagazijn.tweedekamer.nl/SyncFeed/2.0/",
  },
  {
    name: "SOURCE_DOSSIERS",
    meaning: "dossiers that are followed, with commas between",
    default: "19637,29344,30573,32317",
  },
  {
    name: "SOURCE_WORDS",
    meaning: "words of which one must stand in papers outside those dossiers, with commas between",
    default: [
      ...["terugkeer", "terugkeerbeleid", "terugkeersamenwerking", "terugkeerhub", "return hub", "uitzetting"],
      ...["gedwongen vertrek", "zelfstandig vertrek", "vrijwillig vertrek", "laissez-passer", "terugnameovereenkomst"],
      ...["terug- en overnameovereenkomst", "Dienst Terugkeer en Vertrek", "vreemdelingenbewaring"],
    ].join(","),
  },
  {
    name: "SOURCE_CONTACT",
    meaning: "mail address or page, so that a source can say it when our requests are in its way",
    default: null,
  },
  { name: "SOURCE_HOSTS", meaning: "further hosts that a source may redirect to, with commas between", default: null },
  {
    name: "SOURCE_PAUSE",
    meaning: "milliseconds between two requests to the same host, 0 to 60000",
    default: "500",
  },
  {
    name: "SYNC_SCHEDULE",
    meaning: "when the bot in Slack asks the sources: a cron pattern, or off; the preview never asks",
    default: "17 6-22 * * *",
  },
] as const satisfies readonly Setting[];

type SourceSettingName = (typeof sourceSettings)[number]["name"];

/**
 * Reads and checks the settings of sources.
 *
 * @param value the setting or its default, empty where it has neither
 * @throws UserError `setting`
 */
export function readSourcesConfig(value: (name: SourceSettingName) => string): SourcesConfig {
  const address = (name: SourceSettingName): URL => readAddress(name, value(name));
  const sru = address("KOOP_SRU_URL");
  const publications = folderOf(address("KOOP_PUBLICATIONS_URL"));
  const tweedeKamer = folderOf(address("TWEEDE_KAMER_FEED_URL"));
  const subjects = { dossiers: readDossiers(value("SOURCE_DOSSIERS")), words: listOf(value("SOURCE_WORDS")) };
  return {
    koop: { sru: sru.href, publications: publications.href },
    tweedeKamer: tweedeKamer.href,
    subjects,
    contact: readContact(value("SOURCE_CONTACT")),
    allowedHosts: [...new Set([sru.host, publications.host, tweedeKamer.host, ...readHosts(value("SOURCE_HOSTS"))])],
    pauseMilliseconds: readPause(value("SOURCE_PAUSE")),
    schedule: readSchedule(value("SYNC_SCHEDULE")),
  };
}

function listOf(text: string): string[] {
  return text
    .split(",")
    .map((part) => part.trim().normalize("NFC"))
    .filter((part) => part !== "");
}

function readDossiers(text: string): string[] {
  const dossiers = listOf(text).map((dossier) => dossier.replace(/(\d) (?=\d)/g, "$1").replaceAll(" ", "-"));
  const wrong = dossiers.find((dossier) => !/^(?:\d{5}(?:-[\dA-Z]{1,7})?|[IVXLCDM]{3,10})$/.test(dossier));
  if (wrong !== undefined || dossiers.length === 0) {
    throw wrongSetting("SOURCE_DOSSIERS", `must be numbers of dossiers such as 19637 or 36600-VI, not "${text}"`);
  }
  return dossiers;
}

/** Goes into a header, where only printable ASCII may stand. */
function readContact(text: string): string | null {
  if (text === "") return null;
  if (!/^[!-~ ]{3,200}$/.test(text) || /[()]/.test(text)) {
    throw wrongSetting("SOURCE_CONTACT", "must be a mail address or a page, in plain characters");
  }
  return text;
}

function readHosts(text: string): string[] {
  const hosts = listOf(text).map((host) => host.toLowerCase());
  const wrong = hosts.find((host) => !URL.canParse(`https://${host}`) || new URL(`https://${host}`).host !== host);
  if (wrong !== undefined) throw wrongSetting("SOURCE_HOSTS", `must be host names, not "${wrong}"`);
  return hosts;
}

function readPause(text: string): number {
  const pause = Number(text);
  if (!/^\d{1,5}$/.test(text) || pause > 60_000) {
    throw wrongSetting("SOURCE_PAUSE", `must be a whole number of milliseconds from 0 to 60000, not "${text}"`);
  }
  return pause;
}

function readSchedule(text: string): string | null {
  if (text === "off") return null;
  try {
    return new CronPattern(text) && text;
  } catch {
    throw wrongSetting("SYNC_SCHEDULE", `must be a cron pattern such as 17 6-22 * * *, or off, not "${text}"`);
  }
}
