/** What words in headings are about, in English and ten more languages; without accents, in small letters. */
export type Concept =
  | 'chat'
  | 'id'
  | 'user'
  | 'agent'
  | 'close'
  | 'by'
  | 'reason'
  | 'start'
  | 'end'
  | 'assign'
  | 'first'
  | 'response'
  | 'rating'
  | 'mark'
  | 'bot'
  | 'other';

/** Of five letters and more a word may stand within another (`Kundennummer`), of four begin one; shorter ones, and those with a dot behind them, stand alone. */
export const conceptWords: Record<Concept, string> = {
  chat: `chat conversation ticket session thread room case interaction contact gesprach gespraech konversation vorgang sitzung
    fall discussion dialogue dossier conversacion charla sesion caso conversa atendimento sessao protocolo conversazione
    sessione pratica gesprek sessie zaak rozmowa zgloszenie sesja sprawa sohbet gorusme konusma talep oturum
    samtal arende konversation percakapan obrolan tiket sesi kasus`,
  id: `id ids no nr num number code key ref reference uuid guid nummer kennung kennziffer vorgangsnr identifiant numero codigo
    identificador folio codice numer identyfikator kod numara numarasi nomor kode beteckning identificatie`,
  user: `user customer visitor client requester contact caller guest email mail phone from kunde kunden kundin nutzer benutzer
    besucher anfrager visiteur utilisateur demandeur usuario cliente visitante solicitante utente visitatore richiedente
    klant bezoeker gebruiker aanvrager klient uzytkownik odwiedzajacy zglaszajacy musteri ziyaretci kullanici kund
    besokare anvandare pelanggan pengunjung pengguna pemohon`,
  agent: `agent operator assignee owner representative rep staff advisor handler responder teammate mitarbeiter bearbeiter
    bearbeitet berater betreuer sachbearbeiter zustandig conseiller operateur intervenant responsable traite agente
    operador asesor atendido atendente responsavel operatore consulente addetto gestito assegnatario medewerker
    behandelaar behandeld konsultant pracownik obsluzyl doradca temsilci danisman personel handlaggare medarbetare
    operatorr agen petugas ditangani`,
  close: `closed close closer closing resolved solved ended geschlossen abgeschlossen beendet schliess abschluss gelost
    ferme cloture cloturee fermeture termine resolu cerrado cierre resuelto finalizado fechado fechamento encerrado
    encerramento resolvido chiuso chiusa chiusura risolto gesloten afgesloten sluiting opgelost zamkniete zamkniety
    zamkniecia zamknal kapatan kapatma kapanis kapandi cozuldu stangd stangt avslutad avslutat avslut ditutup penutupan`,
  by: `by von durch par por da door przez tarafindan av oleh dari`,
  reason: `reason disposition outcome grund ursache anlass motif raison motivo razon causa razao reden oorzaak powod
    przyczyna neden nedeni sebep sebebi orsak anledning skal alasan sebab`,
  start: `start started begin began created creation opened initiated received beginn anfang begonnen erstellt eroffnet
    angelegt gestartet debut commence ouvert ouverture cree creee inicio comienzo iniciado creado creacion abierto apertura
    comeco criado criacao aberto abertura inizio iniziato avvio creato creata aperto begonnen aanvang gestart aangemaakt
    geopend poczatek rozpoczecie rozpoczecia utworzono utworzenia otwarcia baslangic baslama basladi olusturulma acilis
    borjan borjade startad skapad skapat oppnad mulai dimulai dibuat dibuka`,
  end: `end ended endzeit enddatum finished stop stopped ende schluss fin final fim fine conclusione einde eind beeindigd koniec zakonczenie zakonczenia
    bitis bitti sona slut slutade selesai berakhir akhir termino`,
  assign: `assigned assignment accepted zugewiesen zuweisung zugeteilt ubernommen uebernommen angenommen assigne attribue
    affecte attribution affectation asignado asignacion atribuido atribuicao assegnato assegnazione toegewezen toewijzing
    przypisano przypisania przydzielono przydzielenia atandi atanma atama tilldelad tilldelning ditugaskan penugasan`,
  first: `first initial erste erster ersten erstantwort premiere premier primera primer primeira primeiro prima primo eerste
    pierwsza pierwszej pierwszy ilk forsta pertama frt`,
  response: `response reply answer frt antwort reaktion erstantwort reponse respuesta resposta risposta antwoord reactie
    odpowiedz odpowiedzi reakcji yanit yaniti cevap svar svarstid respons. balasan jawaban tanggapan`,
  rating: `rating csat satisfaction score stars feedback bewertung zufriedenheit punkte sterne evaluation satisfait
    calificacion valoracion puntuacion satisfaccion avaliacao satisfacao classificacao pontuacao valutazione voto
    soddisfazione punteggio beoordeling waardering tevredenheid cijfer ocena oceny zadowolenie zadowolenia puan puani
    degerlendirme memnuniyet betyg omdome nojdhet penilaian peringkat kepuasan nilai`,
  mark: `note. nota.`,
  bot: `bot robot chatbot`,
  other: `status state subject topic priority department team tag tags count channel source title message updated due last
    duration dauer prioritat betreff abteilung thema kanal etat sujet priorite service equipe estado asunto prioridad
    assunto departamento stato oggetto reparto priorita onderwerp afdeling prioriteit temat dzial priorytet durum konu
    oncelik amne avdelning prioritet subjek departemen prioritas durum duree duracion duracao durata duur czas sure durasi`,
};
