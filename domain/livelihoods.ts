/** The groups of the menu: with "other" they are nine, so that one digit picks one. The first seven are those asked at joining. */
export const livelihoodGroups = [
  "building",
  "cooking",
  "sewing",
  "farming",
  "cleaning",
  "care",
  "driving",
  "trade",
] as const;
export type LivelihoodGroup = (typeof livelihoodGroups)[number];

/** A kind of work as people name it. */
export interface Livelihood {
  readonly id: string;
  readonly group: LivelihoodGroup;
  /** The unit group of ISCO-08 it stands for: four digits (https://ilostat.ilo.org/methods/concepts-and-definitions/classification-occupation/). */
  readonly isco: string;
  /** Unit groups somebody with this livelihood can usually work in as well: our own judgement, by shared tasks. */
  readonly related: readonly string[];
}

const work = <const Id extends string>(
  group: LivelihoodGroup,
  id: Id,
  isco: string,
  ...related: readonly string[]
) => ({ id, group, isco, related });

/** The menu in the order it is shown, at most eight a group. An id is stored with members and never changes its meaning. */
export const livelihoods = [
  work("building", "mason", "7112", "7111", "7113", "9313"),
  work("building", "labourer", "9313", "9312"),
  work("building", "carpenter", "7115", "7522", "9313"),
  work("building", "plumber", "7126", "7127"),
  work("building", "electrician", "7411", "7412"),
  work("building", "painter", "7131", "7123", "9313"),
  work("building", "tiler", "7122", "7123", "9313"),
  work("building", "welder", "7212", "7213", "7214"),

  work("cooking", "cook", "5120", "9411", "9412"),
  work("cooking", "kitchen-help", "9412", "9411"),
  work("cooking", "baker", "7512", "8160"),
  work("cooking", "butcher", "7511", "8160"),
  work("cooking", "waiter", "5131", "5132", "5246"),
  work("cooking", "street-food", "5212", "5120", "9411"),
  work("cooking", "preserves", "7514", "8160"),
  work("cooking", "food-factory", "8160", "8183", "9329"),

  work("sewing", "tailor", "7531", "7532", "7533", "8153"),
  work("sewing", "sewing-machine", "8153", "7531", "7533"),
  work("sewing", "embroidery", "7533", "7318"),
  work("sewing", "weaving", "7318", "8152"),
  work("sewing", "shoes", "7536", "8156"),
  work("sewing", "upholstery", "7534", "7533", "8153"),
  work("sewing", "wood-craft", "7317", "7115", "7522"),
  work("sewing", "jewellery", "7313", "7319"),

  work("farming", "farm-work", "9211", "9213", "9214"),
  work("farming", "crops", "6111", "6114", "9211"),
  work("farming", "fruit", "6112", "9211"),
  work("farming", "animals", "6121", "6130", "9212"),
  work("farming", "poultry", "6122", "9212"),
  work("farming", "bees", "6123"),
  work("farming", "garden", "6113", "9214"),
  work("farming", "fishing", "6222", "6221", "9216"),

  work("cleaning", "house-cleaning", "9111", "5152", "9112"),
  work("cleaning", "office-cleaning", "9112", "9111", "9129"),
  work("cleaning", "laundry", "9121", "8157"),
  work("cleaning", "car-wash", "9122", "9129"),
  work("cleaning", "street-cleaning", "9613", "9611"),
  work("cleaning", "recycling", "9612", "9611"),
  work("cleaning", "caretaker", "5153", "9622"),
  work("cleaning", "guard", "5414", "5153"),

  work("care", "child-care", "5311", "5312", "2342"),
  work("care", "elder-care", "5322", "5321", "5162"),
  work("care", "health-aide", "5321", "5322", "5329"),
  work("care", "nurse", "2221", "3221", "5321"),
  work("care", "community-health", "3253", "3259", "5329"),
  work("care", "teacher", "2341", "2330", "2359", "5312"),
  work("care", "interpreter", "2643", "2353"),
  work("care", "hairdresser", "5141", "5142"),

  work("driving", "car", "8322", "9621"),
  work("driving", "truck", "8332", "8322"),
  work("driving", "bus", "8331", "8322"),
  work("driving", "motorbike", "8321", "9621"),
  work("driving", "delivery", "9621", "8321", "9331"),
  work("driving", "loading", "9333", "9334", "9321"),
  work("driving", "packing", "9321", "9333", "8183"),
  work("driving", "forklift", "8344", "4321", "9333"),

  work("trade", "shop", "5223", "5221", "5230", "9334"),
  work("trade", "market", "5211", "5223", "9520"),
  work("trade", "office", "4110", "4132", "4226"),
  work("trade", "accounts", "4311", "3313", "4313"),
  work("trade", "computers", "2512", "2513", "2514"),
  work("trade", "phone-repair", "7422", "7421"),
  work("trade", "mechanic", "7231", "7233", "7234"),
  work("trade", "factory", "9329", "8219", "9321"),
] as const satisfies readonly Livelihood[];

export type LivelihoodId = (typeof livelihoods)[number]["id"];

/** The livelihoods of one group, in the order they are shown. */
export const livelihoodsIn = (group: LivelihoodGroup): readonly Livelihood[] =>
  livelihoods.filter((livelihood) => livelihood.group === group);

/** The livelihood with this id; undefined for an id that is not in the menu. */
export const livelihoodOf = (id: string): Livelihood | undefined =>
  livelihoods.find((livelihood) => livelihood.id === id);
