const list = (words: string): string[] => words.split(', ');

/** What columns of statuses are called, and what stands in them, in the languages whose exports are commonest. */
export const statusWords = {
  headings: list(
    'status, chat status, conversation status, ticket status, current status, case status, session status, status name, status id, resolution status, chat stage, stage, phase, state, chat state, conversation state, ticket state, current state, zustand, gesprächsstatus, bearbeitungsstatus, aktueller status, statut, état, statut du chat, statut de la conversation, statut du ticket, statut actuel, état de la conversation, estado, estado del chat, estado de la conversación, estado del ticket, estado actual, situação, estado da conversa, status da conversa, status do chat, status do atendimento, estado do ticket, stato, stato chat, stato della chat, stato conversazione, stato della conversazione, stato del ticket, stato attuale, gespreksstatus, toestand, stan, status czatu, status rozmowy, status zgłoszenia, durum, durumu, sohbet durumu, konuşma durumu, görüşme durumu, talep durumu, tillstånd, chattstatus, ärendestatus, status obrolan, status percakapan, status tiket, keadaan',
  ),
  languages: {
    en: {
      open: list(
        'open, opened, new, work in progress, wip, still open, not started, pending, active, ongoing, in progress, on hold, hold, waiting, waiting on customer, waiting on us, waiting for customer, waiting for agent, waiting on contact, waiting on third party, awaiting, awaiting reply, awaiting response, awaiting customer, assigned, unassigned, queued, in queue, snoozed, unresolved, unsolved, reopened, live, not resolved, not closed, escalated, to do, customer responded',
      ),
      closed: list(
        'closed, close, resolved, solved, done, complete, completed, finished, ended, archived, cancelled, canceled, missed, timeout, timed out, abandoned, deleted, spam, merged, expired, inactive room, auto closed, closed by agent, closed by bot',
      ),
    },
    de: {
      open: list(
        'offen, neu, geöffnet, wartend, wartet, in wartestellung, in bearbeitung, laufend, aktiv, ausstehend, angehalten, zurückgestellt, zugewiesen, nicht zugewiesen, ungelöst, wiedereröffnet, wieder geöffnet, eskaliert, unerledigt',
      ),
      closed: list(
        'geschlossen, gelöst, erledigt, beendet, abgeschlossen, fertig, archiviert, abgebrochen, storniert, verpasst, gelöscht, behoben',
      ),
    },
    fr: {
      open: list(
        "ouvert, ouverte, nouveau, nouvelle, en attente, en cours, en suspens, actif, active, assigné, assignée, attribué, attribuée, non attribué, non résolu, non résolue, rouvert, rouverte, en pause, à traiter, en file d'attente",
      ),
      closed: list(
        'fermé, fermée, résolu, résolue, clos, close, clôturé, clôturée, terminé, terminée, traité, traitée, archivé, archivée, annulé, annulée, manqué, abandonné, abandonnée',
      ),
    },
    es: {
      open: list(
        'abierto, abierta, nuevo, nueva, pendiente, en espera, en curso, en progreso, en proceso, activo, activa, asignado, asignada, sin asignar, sin resolver, no resuelto, no resuelta, reabierto, reabierta, en cola',
      ),
      closed: list(
        'cerrado, cerrada, resuelto, resuelta, solucionado, solucionada, finalizado, finalizada, terminado, terminada, completado, completada, archivado, archivada, cancelado, cancelada, perdido, perdida, abandonado, abandonada',
      ),
    },
    pt: {
      open: list(
        'aberto, aberta, em aberto, novo, nova, pendente, em espera, aguardando, em andamento, em curso, em progresso, em atendimento, ativo, ativa, atribuído, atribuída, não resolvido, não resolvida, reaberto, reaberta, na fila',
      ),
      closed: list(
        'fechado, fechada, resolvido, resolvida, encerrado, encerrada, concluído, concluída, finalizado, finalizada, arquivado, arquivada, cancelado, cancelada, perdido, perdida, abandonado, abandonada',
      ),
    },
    it: {
      open: list(
        'aperto, aperta, nuovo, nuova, in attesa, in corso, in sospeso, in lavorazione, attivo, attiva, assegnato, assegnata, non assegnato, non risolto, non risolta, riaperto, riaperta, in coda',
      ),
      closed: list(
        'chiuso, chiusa, risolto, risolta, concluso, conclusa, terminato, terminata, completato, completata, archiviato, archiviata, annullato, annullata, perso, persa, abbandonato, abbandonata',
      ),
    },
    nl: {
      open: list(
        'open, openstaand, openstaande, nieuw, in behandeling, in afwachting, wachtend, wachten, wachten op klant, actief, lopend, toegewezen, niet toegewezen, onopgelost, niet opgelost, heropend, in de wacht, in wachtrij',
      ),
      closed: list(
        'gesloten, opgelost, afgerond, afgehandeld, afgesloten, beëindigd, voltooid, gearchiveerd, geannuleerd, gemist, verlaten, klaar',
      ),
    },
    pl: {
      open: list(
        'otwarty, otwarta, otwarte, nowy, nowa, nowe, oczekujący, oczekująca, oczekujące, oczekuje, w toku, w trakcie, w realizacji, aktywny, aktywna, aktywne, przypisany, przypisane, nieprzypisany, nierozwiązany, nierozwiązane, wstrzymany, wstrzymane, ponownie otwarty, ponownie otwarte, w kolejce',
      ),
      closed: list(
        'zamknięty, zamknięta, zamknięte, rozwiązany, rozwiązana, rozwiązane, zakończony, zakończona, zakończone, ukończony, ukończone, zarchiwizowany, zarchiwizowane, anulowany, anulowane, pominięty, porzucony, porzucone, załatwione',
      ),
    },
    tr: {
      open: list(
        'açık, yeni, beklemede, bekliyor, bekleyen, askıda, devam ediyor, devam eden, işlemde, sürüyor, aktif, atandı, atanmış, atanmamış, çözülmedi, çözülmemiş, yeniden açıldı, kuyrukta',
      ),
      closed: list(
        'kapalı, kapatıldı, kapandı, kapatılmış, çözüldü, çözülmüş, tamamlandı, tamamlanmış, bitti, sona erdi, arşivlendi, iptal, iptal edildi, kaçırıldı, cevapsız, terk edildi',
      ),
    },
    sv: {
      open: list(
        'öppen, öppet, öppna, ny, nytt, väntande, väntar, pågående, pågår, aktiv, aktivt, tilldelad, tilldelat, ej tilldelad, olöst, ej löst, återöppnad, återöppnat, pausad, pausat, parkerad, parkerat, i kö',
      ),
      closed: list(
        'stängd, stängt, stängda, löst, lösta, avslutad, avslutat, avslutade, klar, klart, färdig, färdigt, arkiverad, arkiverat, avbruten, avbrutet, missad, missat, övergiven, makulerad',
      ),
    },
    id: {
      open: list(
        'terbuka, dibuka, buka, baru, tertunda, menunggu, ditunda, sedang berlangsung, berlangsung, dalam proses, diproses, sedang diproses, aktif, ditugaskan, belum ditugaskan, belum selesai, dibuka kembali, dalam antrean',
      ),
      closed: list(
        'ditutup, tertutup, tutup, selesai, terselesaikan, diselesaikan, berakhir, diarsipkan, dibatalkan, batal, terlewat, ditinggalkan',
      ),
    },
  },
  /** Words of columns of that name which say something else: of a customer, an account or a device. */
  others: list(
    'inactive, enabled, disabled, blocked, subscribed, unsubscribed, online, offline, away, busy, verified, unverified, inaktiv, inactif, inactivo, inativo, inattivo, inactief, nieaktywny, pasif, tidak aktif, gold, silver, vip',
  ),
} as const;
