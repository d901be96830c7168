import { nameKey } from '../../options/names.js';

/** Words for ratings that belong together, lowest first: what each counts as. */
export interface WordScale {
  min: number;
  max: number;
  satisfied: number;
  /** The words of each rating, from `min` on. */
  steps: readonly (readonly string[])[];
}

const two = (low: string, high: string): WordScale => ({
  min: 0,
  max: 1,
  satisfied: 1,
  steps: [low.split('|'), high.split('|')],
});
const several = (satisfied: number, ...steps: string[]): WordScale => ({
  min: 1,
  max: steps.length,
  satisfied,
  steps: steps.map((words) => words.split('|')),
});

/** Scales of words: a column is of the first that has all of its words. */
export const wordScales: readonly WordScale[] = [
  two('bad', 'good'),
  two(
    'down|thumbs down|thumb down|thumbs_down|thumbs-down|thumbsdown|👎',
    'up|thumbs up|thumb up|thumbs_up|thumbs-up|thumbsup|👍',
  ),
  two('false|no', 'true|yes'),
  two('falsch|nein', 'wahr|ja'),
  two('faux|non', 'vrai|oui'),
  two('falso|no', 'verdadero|sí|si'),
  two('falso|não|nao', 'verdadeiro|sim'),
  two('schlecht', 'gut'),
  two('mauvais|mauvaise', 'bon|bonne'),
  two('malo|mala|mal', 'bueno|buena|bien'),
  two('ruim|mau|má', 'bom|boa'),
  two('cattivo|cattiva', 'buono|buona'),
  two('slecht', 'goed'),
  two('zły|zła|źle', 'dobry|dobra|dobrze'),
  two('kötü', 'iyi|i\u0307yi'),
  two('dåligt|dålig', 'bra'),
  two('buruk', 'baik'),
  two('no', 'sì'),
  two('nie', 'tak'),
  two('hayır', 'evet'),
  two('nee', 'ja'),
  two('nej', 'ja'),
  two('tidak', 'ya'),
  two('négatif|negatif', 'positif'),
  two('negativ', 'positiv'),
  two('negativo|negativa', 'positivo|positiva'),
  two('n', 'y'),
  two(':-1:|:thumbsdown:|:thumbs_down:|👎🏻|👎🏼|👎🏽|👎🏾|👎🏿', ':+1:|:thumbsup:|:thumbs_up:|👍🏻|👍🏼|👍🏽|👍🏾|👍🏿'),
  two('✗|✘|❌', '✓|✔|✅'),
  two('negative', 'positive'),
  two('dissatisfied|unsatisfied|not satisfied', 'satisfied'),
  two('dislike|disliked', 'like|liked'),
  two('unhappy|sad', 'happy'),
  two('unhelpful|not helpful', 'helpful'),
  several(3, 'negative', 'neutral', 'positive'),
  several(3, 'unhappy|sad', 'neutral|ok|okay', 'happy'),
  several(3, 'bad', 'ok|okay|neutral|average', 'good'),
  several(3, 'dissatisfied|unsatisfied', 'neutral', 'satisfied'),
  several(3, '🙁|☹|☹️|😞|😡', '😐|😑', '🙂|😀|😃|😄|😊'),
  several(
    4,
    'very dissatisfied|very unsatisfied|extremely dissatisfied',
    'dissatisfied|unsatisfied|somewhat dissatisfied',
    'neutral|neither satisfied nor dissatisfied',
    'satisfied|somewhat satisfied',
    'very satisfied|extremely satisfied',
  ),
  several(4, 'very unhappy', 'unhappy', 'neutral', 'happy', 'very happy'),
  several(4, 'very bad', 'bad', 'ok|okay|neutral|average|fair', 'good', 'very good'),
  several(4, 'very poor', 'poor', 'average|fair|ok|okay|neutral', 'good', 'excellent|very good'),
  several(4, 'poor', 'fair', 'good', 'very good', 'excellent'),
  several(4, 'terrible|awful', 'bad|poor', 'ok|okay', 'good|great', 'amazing|excellent'),
  several(4, 'sehr unzufrieden', 'unzufrieden', 'neutral', 'zufrieden', 'sehr zufrieden'),
  several(4, 'très insatisfait', 'insatisfait', 'neutre', 'satisfait', 'très satisfait'),
  several(4, 'muy insatisfecho', 'insatisfecho', 'neutral', 'satisfecho', 'muy satisfecho'),
  several(
    4,
    'molto insoddisfatto|molto insoddisfatta|per niente soddisfatto',
    'insoddisfatto|insoddisfatta',
    'neutro|neutrale',
    'soddisfatto|soddisfatta',
    'molto soddisfatto|molto soddisfatta',
  ),
  several(
    4,
    'zeer ontevreden|heel ontevreden',
    'ontevreden',
    'neutraal',
    'tevreden',
    'zeer tevreden|heel tevreden',
  ),
  several(
    4,
    'bardzo niezadowolony|bardzo niezadowolona',
    'niezadowolony|niezadowolona',
    'neutralny|neutralna|neutralnie',
    'zadowolony|zadowolona',
    'bardzo zadowolony|bardzo zadowolona',
  ),
  several(
    4,
    'hiç memnun değilim|hiç memnun değil|çok memnuniyetsiz',
    'memnun değilim|memnun değil|memnuniyetsiz',
    'kararsızım|kararsız|nötr',
    'memnunum|memnun',
    'çok memnunum|çok memnun',
  ),
  several(4, 'mycket missnöjd', 'missnöjd', 'neutral|varken eller', 'nöjd', 'mycket nöjd'),
  several(4, 'sangat tidak puas', 'tidak puas', 'netral|biasa|cukup', 'puas', 'sangat puas'),
  several(
    4,
    'très insatisfaite|tres insatisfait|tres insatisfaite',
    'insatisfaite|insatisfait',
    'neutre',
    'satisfaite|satisfait',
    'très satisfaite|tres satisfait|tres satisfaite',
  ),
  several(4, 'extremely unhappy', 'unhappy', 'neutral', 'happy', 'extremely happy'),
  several(
    4,
    'strongly disagree',
    'disagree',
    'neutral|neither agree nor disagree',
    'agree',
    'strongly agree',
  ),
  several(4, 'awful|terrible', 'poor|bad', 'average|fair|ok|okay', 'good', 'excellent|great'),
  several(4, 'muito insatisfeito', 'insatisfeito', 'neutro', 'satisfeito', 'muito satisfeito'),
  several(4, '😡|😠|😤', '🙁|☹|☹️|😞|😟', '😐|😑', '🙂|😊', '😀|😃|😄|😍|🤩'),
];

/** What a word counts as on a scale of words; null where it is none of it. */
export function ratingOfWord(scale: WordScale, word: string): number | null {
  const key = nameKey(word.trim());
  const step = scale.steps.findIndex((words) => words.some((known) => nameKey(known) === key));
  return step === -1 ? null : scale.min + step;
}

const known = new Set(wordScales.flatMap(({ steps }) => steps.flat().map(nameKey)));

export function isRatingWord(text: string): boolean {
  return known.has(nameKey(text.trim()));
}

/** The scales that have all of some words; none for a single word of several, which says too little. */
export function scalesOfWords(words: readonly string[]): WordScale[] {
  return wordScales.filter((scale) => words.every((word) => ratingOfWord(scale, word) !== null));
}
