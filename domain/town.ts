import { foldText } from "./fold-text.ts";

/**
 * Towns that many displaced people live in, each with the names it has in Arabic, French and English, and what people
 * call it: a member writes غازي عنتاب, an employer Gaziantep. A town that is not here is known by the spelling it was
 * told in. To be replaced by a gazetteer.
 */
const spellings: readonly string[] = [
  "Gaziantep, Antep, Gazi Antep, Aintab, غازي عنتاب, عنتاب, عينتاب, غازي عينتاب",
  "Istanbul, İstanbul, Stambul, إسطنبول, اسطنبول, استانبول",
  "Ankara, أنقرة",
  "Izmir, İzmir, Smyrna, إزمير",
  "Mersin, مرسين",
  "Adana, أضنة, أضنه",
  "Hatay, هاتاي",
  "Antakya, Antioch, Antioche, أنطاكيا, أنطاكية",
  "Sanliurfa, Şanlıurfa, Urfa, أورفا, شانلي أورفا",
  "Kilis, كلس, كيليس",
  "Bursa, بورصة, بورصا",
  "Konya, قونية, قونيا",
  "Kayseri, قيصري",
  "Beirut, Beyrouth, Beyrut, بيروت",
  "Tripoli, Trablous, طرابلس",
  "Saida, Sidon, صيدا",
  "Zahle, Zahlé, زحلة",
  "Tyre, Sour, Tyr, صور",
  "Amman, عمان, عمّان",
  "Irbid, إربد",
  "Zarqa, الزرقاء",
  "Mafraq, المفرق",
  "Baghdad, Bagdad, بغداد",
  "Erbil, Arbil, Hewler, أربيل",
  "Mosul, Mossoul, الموصل",
  "Duhok, Dohuk, دهوك",
  "Basra, Bassora, البصرة",
  "Sulaymaniyah, Souleimaniye, السليمانية",
  "Cairo, Le Caire, القاهرة",
  "Alexandria, Alexandrie, الإسكندرية",
  "Giza, Gizeh, الجيزة",
  "Damascus, Damas, دمشق",
  "Aleppo, Alep, حلب",
  "Homs, حمص",
  "Idlib, إدلب",
  "Khartoum, الخرطوم",
  "Port Sudan, Port-Soudan, بورتسودان",
  "Benghazi, بنغازي",
  "Tunis, تونس",
  "Sfax, صفاقس",
  "Casablanca, الدار البيضاء",
  "Rabat, الرباط",
  "Algiers, Alger, الجزائر",
  "Sanaa, Sana'a, صنعاء",
  "Aden, عدن",
  "Kampala, كمبالا",
  "Nairobi, نيروبي",
  "Mombasa, مومباسا",
  "Goma, غوما",
  "Kinshasa, كينشاسا",
  "N'Djamena, Ndjamena, انجمينا",
  "Yaounde, Yaoundé, ياوندي",
  "Athens, Athènes, Athina, أثينا",
  "Thessaloniki, Thessalonique, سالونيك, تسالونيكي",
  "Berlin, برلين",
  "Hamburg, Hambourg, هامبورغ",
  "Munich, München, ميونخ",
  "Paris, باريس",
  "Marseille, مرسيليا",
  "Lyon, ليون",
  "Stockholm, ستوكهولم",
  "Malmo, Malmö, مالمو",
];

const folded: readonly (readonly string[])[] = spellings.map((line) => line.split(", ").map(foldText));

const namesOf: ReadonlyMap<string, readonly string[]> = new Map(
  folded.flatMap((names) => names.map((name) => [name, names] as const)),
);

/** The town that a place name means, the same in every language and spelling we know; a name that is not known, folded. */
export function townOf(place: string): string {
  const [first = foldText(place)] = spellingsOf(place);
  return first;
}

/** Every spelling we know of the town that a place name means, folded; a name that is not known, alone and folded. */
export function spellingsOf(place: string): readonly string[] {
  const name = foldText(place);
  return namesOf.get(name) ?? [name];
}
