import type { ChatField } from '../chats/columns.js';

/**
 * Headings in German, French, Spanish, Portuguese, Italian, Dutch, Polish, Turkish, Swedish and Indonesian that mean a field
 * as much as their English synonyms do; compared without case, accents, spaces and punctuation. Words that may mean something
 * else in another of these languages (`nota`, `status`) are left to the proposals, which look at the values too.
 */
const texts: Record<ChatField, string> = {
  chat_id: `chat nr; chat nummer; gesprächs id; gespraechs id; gesprächsnummer; gespraechsnummer; konversations id; vorgangsnr; vorgangsnummer;
    ticketnr; ticketnummer; fallnummer; id du chat; id de chat; numéro de chat; numéro de conversation; id de conversation;
    identifiant de conversation; numéro de ticket; id del chat; id de la conversación; número de chat; número de ticket;
    id de conversación; id do chat; id da conversa; número do chat; número do atendimento; id do atendimento; protocolo;
    id chat; id conversazione; id della conversazione; numero chat; numero ticket; gesprek id; gespreks id; gespreksnummer;
    chatnummer; id czatu; numer czatu; id rozmowy; numer rozmowy; numer zgłoszenia; sohbet id; sohbet kimliği; sohbet no;
    görüşme id; görüşme no; konuşma id; chatt id; konversations id; ärendenummer; chattnummer; id obrolan; id percakapan;
    id conversación; id conversacion; id conversation; identifiant du chat; nomor obrolan; nomor tiket; nomor percakapan`,
  user_id: `kunde; kunden id; kundennr; kundennummer; besucher; besucher id; nutzer id; benutzer id; visiteur; id visiteur; id du visiteur; id del visitante; id do visitante; id visitatore; id gościa; gość; ziyaretçi id; ziyaretçi no;
    besökar id; besökare id; id pengunjung;
    id client; id du client; id utilisateur; utilisateur; id del cliente; id cliente; id de cliente; cliente; id usuario;
    id de usuario; usuario; visitante; id visitante; id de visitante; id do cliente; id do usuário; usuário; id utente; utente; visitatore;
    klant; klant id; klantnummer; bezoeker; bezoeker id; gebruiker id; klient; id klienta; użytkownik; id użytkownika;
    müşteri; müşteri id; müşteri no; ziyaretçi; kullanıcı; kullanıcı id; kund; kund id; kundnummer; besökare; användare;
    pelanggan; id pelanggan; pengunjung; id pengguna; pengguna`,
  closed_by: `geschlossen von; beendet von; abgeschlossen von; bearbeitet von; bearbeiter; mitarbeiter; fermé par; clôturé par;
    clos par; terminé par; traité par; conseiller; agente; cerrado por; finalizado por; atendido por; asesor; fechado por;
    encerrado por; atendente; chiuso da; chiusa da; gestito da; operatore; gesloten door; afgesloten door; behandeld door;
    medewerker; zamknięte przez; zamknięty przez; zamknął; obsłużone przez; konsultant; kapatan; kapatan kişi; temsilci;
    müşteri temsilcisi; stängd av; avslutad av; handläggare; ditutup oleh; ditangani oleh; agen; petugas`,
  closing_reason: `grund; abschlussgrund; schließgrund; grund der schließung; motif de fermeture; motif de clôture; raison de clôture;
    raison de fermeture; motivo de cierre; razón de cierre; motivo del cierre; motivo de fechamento; motivo do fechamento;
    motivo de encerramento; motivo do encerramento; motivo di chiusura; motivo chiusura; reden van sluiting; sluitingsreden;
    reden; powód zamknięcia; przyczyna zamknięcia; kapatma nedeni; kapanış nedeni; kapatılma nedeni; stängningsorsak;
    avslutsorsak; orsak; alasan penutupan; alasan ditutup`,
  started_at: `beginn; chatbeginn; chatstart; startzeit; gestartet am; begonnen am; erstellt am; eröffnet am; début; début du chat; heure de début; date de début;
    commencé à; créé le; ouvert le; inicio; inicio del chat; hora de inicio; fecha de inicio; fecha de creación; creado;
    creado el; início; início do chat; hora de início; data de início; iniciado em; criado em; data de criação; inizio;
    inizio chat; ora di inizio; data di inizio; data inizio; iniziato il; creato il; data di creazione; begin; starttijd;
    begintijd; aangemaakt op; gestart op; początek; rozpoczęcie; początek czatu; data rozpoczęcia; czas rozpoczęcia;
    utworzono; data utworzenia; başlangıç; başlama; başlangıç zamanı; başlangıç tarihi; başlama zamanı; oluşturulma tarihi;
    starttid; startad; påbörjad; skapad; mulai; waktu mulai; dimulai; tanggal mulai; dibuat`,
  ended_at: `ende; chatende; endzeit; beendet am; geschlossen am; abgeschlossen am; heure de fin; date de fin; fin du chat; fermé le;
    clôturé le; fin; fin del chat; hora de fin; fecha de fin; fecha de cierre; cerrado el; fim; fim do chat; término;
    hora de término; data de término; encerrado em; fechado em; fine; fine chat; ora di fine; data di fine; data fine;
    chiuso il; einde; eindtijd; afgesloten op; gesloten op; koniec; zakończenie; data zakończenia; czas zakończenia;
    koniec czatu; bitiş; bitiş zamanı; bitiş tarihi; sluttid; slut; avslutades; selesai; waktu selesai; berakhir;
    tanggal selesai`,
  assigned_at: `zugewiesen; zugewiesen am; zuweisung; zuweisungszeit; assigné le; attribué le; heure d'assignation; asignado el;
    hora de asignación; fecha de asignación; atribuído em; hora da atribuição; assegnato il; ora di assegnazione;
    toegewezen op; przypisano; data przypisania; czas przypisania; atanma zamanı; atama zamanı; tilldelad; tilldelades;
    ditugaskan; waktu penugasan`,
  bot_first_response_seconds: `erste antwort des bots; première réponse du bot; primera respuesta del bot; primeira resposta do bot;
    prima risposta del bot; eerste reactie bot; pierwsza odpowiedź bota; botun ilk yanıtı; botens första svar;
    respons pertama bot`,
  agent_first_response_seconds: `erste antwort; erstantwortzeit; zeit bis zur ersten antwort; erste reaktionszeit; erste antwortzeit;
    première réponse; temps de première réponse; délai de première réponse; primera respuesta;
    tiempo de primera respuesta; tiempo hasta la primera respuesta; primeira resposta; tempo da primeira resposta;
    tempo de primeira resposta; tempo até a primeira resposta; prima risposta; tempo di prima risposta;
    tempo prima risposta; eerste reactie; eerste reactietijd; eerste antwoord; pierwsza odpowiedź;
    czas pierwszej odpowiedzi; ilk yanıt; ilk yanıt süresi; ilk cevap süresi; första svar; första svarstid;
    tid till första svar; respons pertama; waktu respons pertama; balasan pertama`,
  csat_score: `bewertung; zufriedenheit; kundenbewertung; kundenzufriedenheit; évaluation; note de satisfaction;
    satisfaction client; calificación; valoración; puntuación; satisfacción; avaliação; nota de satisfação;
    nota da avaliação; satisfação; valutazione; soddisfazione; punteggio; beoordeling; waardering; tevredenheid; ocena;
    zadowolenie; ocena czatu; puan; değerlendirme; memnuniyet; memnuniyet puanı; betyg; omdöme; nöjdhet; penilaian;
    peringkat; kepuasan; rating kepuasan`,
};

/** The same as lists. */
export const translatedHeadings = Object.fromEntries(
  Object.entries(texts).map(([field, text]) => [field, text.split(';').map((name) => name.trim())]),
) as unknown as Readonly<Record<ChatField, readonly string[]>>;
