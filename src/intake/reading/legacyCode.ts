/**
 * Old sheets hold Vietnamese typed for the fonts .VnTime (TCVN3) or VNI: letters that look right only in that font
 * (`DiÖn tÝch`, `Dieän tích`). Stored as they are, nobody would ever find them again.
 */

/**
 * TCVN3 puts signs, and capitals that Vietnamese does not have, behind small letters: `côm c«ng nghiÖp`, `quyÕt ®Þnh`.
 * Signs that also stand behind a word by themselves (®, ©, «) must have a letter on both sides or a vowel after them.
 */
const TCVN3 = /\p{Ll}[µ¸¶·¹¨¾¼½ÆÇËÎÏÑÖ×ÜÞß]|\p{L}[©ª«¬®]\p{L}|[®][ÆÇËÎÏÑÖ×ÜÞßªÊÕÒÓÔÝØ\p{Ll}]/u;
/** VNI writes the tone as a letter of its own behind the vowel: `Coâng ty coå phaàn`. One such pair may be a foreign name. */
const VNI = /[aeouy][äïåãàáâêëûúüöóòøùõ](?:ng|nh|ch|[nmtcpiuy])?(?!\p{L})/giu;

/** The old code that a text seems to be typed in, or null for Unicode. */
export function findLegacyCode(text: string): "tcvn3" | "vni" | null {
  if (/^[\x20-\x7e]*$/.test(text)) return null;
  if (TCVN3.test(text)) return "tcvn3";
  return (text.match(VNI)?.length ?? 0) > 1 &&
    !/[ạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơưĐƠƯ]/u.test(text)
    ? "vni"
    : null;
}
