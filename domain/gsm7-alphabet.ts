/** The letters of the GSM 7-bit default alphabet (3GPP TS 23.038 section 6.2.1), in the order of their codes. */
const basic =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
  "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

/** Those of its extension table (section 6.2.1.1): each is sent as an escape and a second septet. */
const extension = "\f^{}\\[~]|€";

/** Septets by UTF-16 unit, up to the last one in the alphabet (€); 0 for what is not in it. */
const septets = new Uint8Array("€".charCodeAt(0) + 1);
for (const character of basic) septets[character.charCodeAt(0)] = 1;
for (const character of extension) septets[character.charCodeAt(0)] = 2;

/** How many septets a UTF-16 unit takes in an SMS: 1, 2, or 0 when GSM-7 cannot write it. */
export const septetsOf = (unit: number): number => septets[unit] ?? 0;
