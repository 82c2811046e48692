import type { ProblemTexts } from './problem-texts.js';

/** French texts of problems and rules. */
export const TEXTS_FR: ProblemTexts = {
  problems: {
    'malformed-request': { title: 'Requête illisible', detail: 'La requête n’a pas pu être lue.' },
    'acting-organization-required': {
      title: 'Organisation à préciser',
      detail: 'Indiquez pour laquelle de vos organisations vous agissez.',
    },
    'not-signed-in': { title: 'Connexion requise', detail: 'Connectez-vous, ou reconnectez-vous.' },
    'not-admitted': {
      title: 'Compte non admis',
      detail: 'Votre compte n’a pas d’adhésion en cours dans Enlace.',
    },
    'not-permitted': {
      title: 'Non autorisé',
      detail: 'Vos fonctions ne comprennent pas cet acte.',
    },
    'acting-organization-refused': {
      title: 'Organisation refusée',
      detail: 'Vous ne pouvez pas agir pour cette organisation.',
    },
    'stronger-sign-in-required': {
      title: 'Un code est nécessaire',
      detail: 'Cet acte demande, outre le mot de passe, un code à usage unique.',
    },
    'own-report': {
      title: 'Votre propre rapport',
      detail: 'Une autre personne doit valider un rapport auquel vous avez travaillé.',
    },
    'not-found': { title: 'Introuvable', detail: 'Il n’y a rien ici que vous puissiez voir.' },
    'method-not-allowed': {
      title: 'Méthode non autorisée',
      detail: 'Cette adresse n’accepte pas la méthode.',
    },
    'not-acceptable': {
      title: 'Format indisponible',
      detail: 'La réponse n’existe pas dans le format demandé.',
    },
    'request-timed-out': {
      title: 'Envoi trop lent',
      detail: 'La requête n’est pas arrivée entière à temps ; renvoyez-la.',
    },
    'state-conflict': {
      title: 'Impossible dans cet état',
      detail: 'L’état de la fiche ne le permet pas.',
    },
    'report-exists': {
      title: 'Le rapport existe déjà',
      detail: 'Il y a déjà un rapport pour ce point, cette période et cette observation.',
    },
    'request-in-progress': {
      title: 'Encore en cours',
      detail: 'La même requête est encore en cours ; réessayez dans un instant.',
    },
    'stale-version': {
      title: 'Modifié entre-temps',
      detail: 'Quelqu’un a modifié la fiche après que vous l’avez ouverte.',
    },
    'body-too-large': { title: 'Trop volumineux', detail: 'L’envoi dépasse la taille autorisée.' },
    'address-too-long': {
      title: 'Adresse trop longue',
      detail: 'L’adresse dépasse la longueur autorisée ; utilisez moins de filtres.',
    },
    'media-type-not-supported': {
      title: 'Format non pris en charge',
      detail: 'Envoyez la requête en JSON.',
    },
    'file-type-not-supported': {
      title: 'Type de fichier non pris en charge',
      detail: 'Envoyez un fichier PDF, DOCX, XLSX, CSV, PNG ou JPEG conforme à ce que dit son nom.',
    },
    'invalid-input': { title: 'Saisie non valide', detail: 'Corrigez les endroits signalés.' },
    'idempotency-key-reused': {
      title: 'Clé déjà utilisée',
      detail: 'Cette Idempotency-Key a servi avec un autre contenu.',
    },
    'checks-not-passed': {
      title: 'Contrôles non réussis',
      detail: 'Corrigez les chiffres signalés.',
    },
    'warnings-not-confirmed': {
      title: 'Avertissements à confirmer',
      detail: 'Confirmez chaque avertissement par un commentaire.',
    },
    'audience-above-classification': {
      title: 'Public trop large',
      detail: 'La classification n’autorise pas ces destinataires.',
    },
    'version-required': {
      title: 'Version à préciser',
      detail: 'Indiquez dans If-Match la version que vous modifiez.',
    },
    'too-many-requests': {
      title: 'Trop de requêtes',
      detail: 'Attendez un instant avant de réessayer.',
    },
    'headers-too-large': {
      title: 'En-têtes trop volumineux',
      detail: 'Les en-têtes de la requête dépassent la taille autorisée.',
    },
    'internal-error': {
      title: 'Erreur interne',
      detail:
        'Une défaillance s’est produite de notre côté. Citez la référence en demandant de l’aide.',
    },
    'service-unavailable': {
      title: 'Indisponible pour le moment',
      detail: 'Une partie du service ne répond pas ; réessayez bientôt.',
    },
    'files-busy': {
      title: 'De nombreux fichiers sont en cours de vérification',
      detail:
        'D’autres fichiers sont en cours de vérification ; renvoyez le vôtre dans quelques secondes.',
    },
  },
  rules: {
    'value-blank': 'Saisissez un nombre ou retirez la ligne.',
    'value-negative': 'Le nombre ne peut pas être négatif.',
    'value-not-whole': 'Saisissez un nombre entier.',
    'value-too-large': 'Le nombre est trop grand.',
    'nationality-unknown': 'Ce code de nationalité est inconnu.',
    'nationality-duplicated': 'Cette nationalité figure plus d’une fois.',
    'sex-unknown': 'Ce code de sexe est inconnu.',
    'age-band-unknown': 'Cette tranche d’âge est inconnue.',
    'indicator-unknown': 'Cet indicateur est inconnu.',
    'cell-duplicated': 'Cette combinaison de nationalité, de sexe et d’âge figure plus d’une fois.',
    'indicator-duplicated': 'Cet indicateur figure plus d’une fois.',
    'age-bands-mixed':
      'Sur une même ligne, personne n’est compté dans une tranche d’âge et dans une partie de celle-ci.',
    'count-differs-from-cells': 'Le chiffre diffère de la somme de ses cellules.',
    'indicator-above-total': 'L’indicateur dépasse le total.',
    'children-above-under-18s': 'Il y a plus d’enfants que de personnes de moins de 18 ans.',
    'no-figures': 'Saisissez des chiffres ou indiquez qu’il n’y a eu aucune arrivée.',
    'nil-with-figures': 'Un rapport sans arrivées ne peut pas contenir de chiffres.',
    'period-not-ended': 'La période n’est pas encore terminée.',
    'period-before-1990': 'La période est antérieure à 1990.',
    'crossing-point-of-another-state': 'Le point de passage appartient à un autre État.',
    'crossing-point-outside-seat': 'Votre mandat de point focal ne couvre pas ce point de passage.',
    'crossing-point-not-active': 'Le point de passage n’était pas actif pendant la période.',
    'note-too-long': 'La note est trop longue.',
    'note-with-personal-data': 'La note semble contenir des données personnelles ; retirez-les.',
    'nationality-of-the-americas': 'Cette nationalité est des Amériques.',
    'nationality-look-alike': 'Ce code se confond facilement avec un autre ; vérifiez-le.',
    'far-above-median': 'Le chiffre est très supérieur à l’habitude.',
    'far-below-median': 'Le chiffre est très inférieur à l’habitude.',
    'register-total-differs': 'Le total diffère de celui du registre.',
    'wrong-type': 'La valeur n’est pas du bon type.',
    'wrong-format': 'La valeur n’a pas le bon format.',
    'too-small': 'La valeur doit être d’au moins {limit}.',
    'too-large': 'La valeur doit être d’au plus {limit}.',
    'too-short': 'Il en faut au moins {limit}.',
    'too-long': 'Il en est admis au plus {limit}.',
    'not-a-choice': 'Choisissez l’une de ces valeurs : {choices}.',
    'not-a-multiple': 'La valeur doit être un multiple de {divisor}.',
    'unknown-key': 'Ce champ est inconnu.',
    'no-alternative-fits': 'La valeur ne correspond à aucune des formes possibles.',
    'not-accepted': 'Cette valeur n’est pas acceptée.',
    required: 'Cette donnée est obligatoire.',
    'unknown-record': 'Il n’existe pas de telle fiche parmi celles que vous pouvez voir.',
    'already-exists': 'Cela existe déjà.',
    'in-the-past': 'Cela se situe dans le passé.',
    'audience-empty': 'Personne ne fait partie des destinataires.',
    'personal-data':
      'Ceci ressemble à une donnée personnelle, qui n’est jamais conservée ; retirez-la.',
    'part-missing':
      'Un engagement exige un acteur, un livrable, une échéance et un moyen de vérification ; il manque : {part}.',
    'reviewers-missing':
      'Parmi celles et ceux qui peuvent la lire, il n’y a pas deux évaluateurs d’autres organisations : choisissez davantage de lecteurs.',
    'evidence-missing': 'Pour le déclarer accompli, il faut une preuve dans un rapport accepté.',
    'date-waived': 'Cette échéance a été levée : aucun rapport n’est attendu.',
    'not-confirmed': 'Confirmez d’abord que le fichier ne montre aucune donnée personnelle.',
    'file-damaged': 'Le fichier est endommagé ou n’est pas ce qu’il prétend être.',
    'file-locked': 'Le fichier est chiffré ou protégé par un mot de passe ; remettez-le ouvert.',
    'file-active':
      'Le fichier contient des macros, des programmes, des liens qui se chargent seuls ou d’autres fichiers ; remettez-le sans eux.',
    'file-expands':
      'Une fois ouvert, le fichier est bien plus grand qu’il n’y paraît, ou contient plus qu’on ne peut vérifier.',
    'file-slow':
      'La vérification du fichier prend trop de temps ; simplifiez-le ou remettez-le en plusieurs parties.',
    'actor-outside-forum':
      'Cette organisation ne peut pas s’engager devant le forum : elle n’est ni une agence ni une autorité d’un État membre ou associé.',
    'instrument-is-draft':
      'L’accord est encore à l’état de projet : les engagements s’enregistrent après son adoption.',
    'instrument-not-followed': 'Le forum n’assure pas le suivi de cet accord.',
    'instrument-of-another': 'Cet accord appartient à une autre organisation.',
    'instrument-is-adopted':
      'Un texte adopté ne se modifie pas : on n’ajoute des dispositions qu’à un projet ou à un accord qui n’en a encore aucune.',
    'commitment-not-running':
      'Les échéances supposent un engagement accepté ou en cours ; une aspiration n’en a pas.',
    'schedule-is-regular':
      'Les échéances de cet engagement suivent un calendrier périodique ; modifiez le calendrier.',
    'original-missing': 'Le texte dans la langue indiquée comme originale manque.',
    'not-a-day': 'Saisissez une date : une cellule de date, ou 2026-10-31 en texte.',
    'not-a-table': 'Déposez un classeur XLSX ou un fichier CSV en UTF-8.',
    'table-too-wide':
      'La feuille a des cellules très éloignées du tableau ; supprimez les lignes et colonnes vides qui l’entourent.',
    'file-empty': 'Le fichier n’a aucune ligne sous ses en-têtes.',
    'file-unreadable': 'La ligne est illisible : vérifiez les guillemets et les séparateurs.',
    'not-utf-8': 'Le fichier n’est pas en UTF-8 : enregistrez-le en « CSV UTF-8 ».',
    'too-many-rows': 'Le fichier compte plus de {limit} lignes ; divisez-le.',
    'sheet-unknown':
      'On ne sait pas ce que contient cette feuille ; utilisez les noms et les en-têtes du modèle.',
    'column-missing': 'Cette colonne manque.',
    'column-unknown': 'Cet en-tête n’est pas reconnu ; corrigez-le ou supprimez la colonne.',
  },
};
