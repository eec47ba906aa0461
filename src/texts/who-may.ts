/** What people are told who may not do something, or not there. */
export const whoMay = {
  otherTeam: "Terugkeer is er alleen voor medewerkers van de organisatie die de app heeft geïnstalleerd.",
  otherChannel:
    "Terugkeer is in dit kanaal niet in gebruik. Stel uw vraag in uw eigen gesprek met Terugkeer, of vraag de beheerder om het kanaal toe te laten.",
  notYours:
    "Wat een kanaal volgt, mogen alleen de mensen wijzigen die de beheerder daarvoor heeft aangewezen. In uw eigen gesprek met Terugkeer volgt u wat u wilt.",
  sharedOutside:
    "Dit kanaal wordt gedeeld met een andere organisatie, die zou zien wat u volgt. Volg het in een kanaal van uw eigen organisatie, of in uw eigen gesprek met Terugkeer.",
} as const;
