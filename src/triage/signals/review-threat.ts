/** The words of one language: a bad review, something of value, and the tie between them. */
interface ThreatWords {
  readonly language: 'en' | 'zh';
  readonly review: RegExp;
  readonly value: RegExp;
  readonly tie: RegExp;
}

const languages: readonly ThreatWords[] = [
  {
    language: 'en',
    review:
      /\b((bad|negative|terrible|awful|poor|low|one|1|zero|0)[ -]?(star )?(reviews?|ratings?|feedbacks?|stars?)|(remove|delete|change|revise|take down|update) (my |the |this )?(bad |negative |1[ -]star |one[ -]star )?(reviews?|ratings?|feedback))\b/i,
    value:
      /\b(refund\w*|money|cash|pay(ment|pal)?|compensat\w*|discount|voucher|coupon|gift card|free (item|product|replacement|one)|send me)\b|[$€£¥]\s?\d/i,
    tie: /\b(if|unless|otherwise|or else|or i|or (a )?(bad|negative|low|one|1)|in exchange|in return|then i|until|before i|or you)\b/i,
  },
  {
    language: 'zh',
    review: /差评|一星|1星|负评|负分|中评|(删|改|撤)(除|掉)?.{0,4}评(价|论)?/,
    value: /退款|退钱|退我|退\s?\d|赔(偿|钱|付|我)|补偿|返现|返钱|红包|优惠|打钱|转账|元|块钱|免费/,
    tie: /如果|要是|假如|除非|否则|不然|要么|就(给|打|写|发|等|去|删|改|差评|负评)|才(删|改|撤)|换/,
  },
];

/** A sentence, so that a threat in one and a refund in another are not read as one. */
const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.!?;。！？；\n])\s*/u);

/** Two sentences belong together when the second only answers the first: "Pay me back. Otherwise …". */
const pairsOf = (sentences: readonly string[]): readonly string[] =>
  sentences.flatMap((sentence, index) => {
    const next = sentences[index + 1];
    const isTied = next !== undefined && /^\s*(otherwise|or else|or i|if not|否则|不然|要么|如果不)/iu.test(next);
    return isTied ? [sentence, `${sentence} ${next}`] : [sentence];
  });

/**
 * The language in which a message ties a bad review to money, `null` where it does not. A review that is only mentioned, or a refund that
 * is only asked for, is none.
 */
export const reviewThreatIn = (text: string): 'en' | 'zh' | null => {
  const parts = pairsOf(sentencesOf(text));
  const found = languages.find(({ review, value, tie }) =>
    parts.some((part) => review.test(part) && value.test(part) && tie.test(part)),
  );
  return found?.language ?? null;
};
