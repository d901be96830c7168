import { nameKey } from '../../options/names.js';

/** What stands in columns of ratings where there is none, in the languages whose exports are commonest. */
const words = new Set(
  'not rated, unrated, no rating, no ratings, not yet rated, no rating given, rating not given, not offered, unoffered, offered, no response, no answer, no feedback, no survey, not answered, unanswered, skipped, declined, dismissed, not applicable, not available, not given, not provided, no score, no csat, nicht bewertet, keine bewertung, unbewertet, keine antwort, non noté, non évalué, pas de note, pas noté, aucune note, sans note, sans réponse, sin calificar, sin calificación, no calificado, sin valorar, sin respuesta, não avaliado, sem avaliação, sem nota, sem resposta, non valutato, nessuna valutazione, senza voto, nessuna risposta, niet beoordeeld, geen beoordeling, geen antwoord, nie oceniono, brak oceny, bez oceny, brak odpowiedzi, değerlendirilmedi, puanlanmadı, puan yok, yanıt yok, ej betygsatt, inget betyg, ej besvarad, inget svar, belum dinilai, tidak dinilai, tidak ada penilaian, tidak ada jawaban'
    .split(', ')
    .map(nameKey),
);

/** Whether a text says that a chat was not rated: beside ratings it is none, and no fault. */
export function isNotRated(text: string): boolean {
  return words.has(nameKey(text.trim()).replace(/^[([]|[)\]]$|\.$/g, ''));
}
