import type {
  ForumRole,
  Language,
  OrganizationKind,
  ParticipantFunction,
} from '../codes/participants.js';
import type { AudienceKind, Classification, Detail, OnwardRule } from '../codes/sharing.js';
import type { Labels } from './label-types.js';

const OWN_LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  es: 'Español',
  en: 'English',
  pt: 'Português',
  fr: 'Français',
};

/** Each language by its own name, whatever the screen's language, so that everybody finds theirs. */
export const LANGUAGE_LABELS: Labels<Language> = {
  es: OWN_LANGUAGE_NAMES,
  en: OWN_LANGUAGE_NAMES,
  pt: OWN_LANGUAGE_NAMES,
  fr: OWN_LANGUAGE_NAMES,
};

export const ORGANIZATION_KIND_LABELS: Labels<OrganizationKind> = {
  es: {
    state: 'Autoridad del Estado',
    'forum-secretariat': 'Secretaría de foro',
    agency: 'Organismo internacional',
    'civil-society': 'Sociedad civil',
    'human-rights-institution': 'Institución de derechos humanos',
    judiciary: 'Poder judicial',
    legislature: 'Poder legislativo',
    media: 'Medio de comunicación',
    academia: 'Academia',
    portal: 'Portal',
  },
  en: {
    state: 'State authority',
    'forum-secretariat': 'Forum secretariat',
    agency: 'International agency',
    'civil-society': 'Civil society',
    'human-rights-institution': 'Human rights institution',
    judiciary: 'Judiciary',
    legislature: 'Legislature',
    media: 'Media',
    academia: 'Academia',
    portal: 'Portal',
  },
  pt: {
    state: 'Autoridade do Estado',
    'forum-secretariat': 'Secretaria de foro',
    agency: 'Organismo internacional',
    'civil-society': 'Sociedade civil',
    'human-rights-institution': 'Instituição de direitos humanos',
    judiciary: 'Poder Judiciário',
    legislature: 'Poder Legislativo',
    media: 'Meio de comunicação',
    academia: 'Academia',
    portal: 'Portal',
  },
  fr: {
    state: 'Autorité de l’État',
    'forum-secretariat': 'Secrétariat de forum',
    agency: 'Organisme international',
    'civil-society': 'Société civile',
    'human-rights-institution': 'Institution des droits humains',
    judiciary: 'Pouvoir judiciaire',
    legislature: 'Pouvoir législatif',
    media: 'Média',
    academia: 'Milieu universitaire',
    portal: 'Portail',
  },
};

export const FUNCTION_LABELS: Labels<ParticipantFunction> = {
  es: {
    'focal-point': 'Punto focal',
    clearer: 'Validador',
    'national-coordinator': 'Coordinador nacional',
    'secretariat-officer': 'Oficial de secretaría',
    'commitment-owner': 'Responsable de compromiso',
    'practice-editor': 'Editor de prácticas',
    reviewer: 'Revisor',
    analyst: 'Analista',
    'organization-admin': 'Administrador de la organización',
    'portal-admin': 'Administrador del portal',
    auditor: 'Auditor',
  },
  en: {
    'focal-point': 'Focal point',
    clearer: 'Clearer',
    'national-coordinator': 'National coordinator',
    'secretariat-officer': 'Secretariat officer',
    'commitment-owner': 'Commitment owner',
    'practice-editor': 'Practice editor',
    reviewer: 'Reviewer',
    analyst: 'Analyst',
    'organization-admin': 'Organization administrator',
    'portal-admin': 'Portal administrator',
    auditor: 'Auditor',
  },
  pt: {
    'focal-point': 'Ponto focal',
    clearer: 'Validador',
    'national-coordinator': 'Coordenador nacional',
    'secretariat-officer': 'Oficial de secretaria',
    'commitment-owner': 'Responsável por compromisso',
    'practice-editor': 'Editor de práticas',
    reviewer: 'Revisor',
    analyst: 'Analista',
    'organization-admin': 'Administrador da organização',
    'portal-admin': 'Administrador do portal',
    auditor: 'Auditor',
  },
  fr: {
    'focal-point': 'Point focal',
    clearer: 'Validateur',
    'national-coordinator': 'Coordonnateur national',
    'secretariat-officer': 'Chargé de secrétariat',
    'commitment-owner': 'Responsable d’engagement',
    'practice-editor': 'Éditeur de pratiques',
    reviewer: 'Réviseur',
    analyst: 'Analyste',
    'organization-admin': 'Administrateur de l’organisation',
    'portal-admin': 'Administrateur du portail',
    auditor: 'Auditeur',
  },
};

export const FORUM_ROLE_LABELS: Labels<ForumRole> = {
  es: {
    member: 'Miembro',
    associate: 'Asociado',
    observer: 'Observador',
    secretariat: 'Secretaría',
  },
  en: {
    member: 'Member',
    associate: 'Associate',
    observer: 'Observer',
    secretariat: 'Secretariat',
  },
  pt: {
    member: 'Membro',
    associate: 'Associado',
    observer: 'Observador',
    secretariat: 'Secretaria',
  },
  fr: {
    member: 'Membre',
    associate: 'Associé',
    observer: 'Observateur',
    secretariat: 'Secrétariat',
  },
};

export const CLASSIFICATION_LABELS: Labels<Classification> = {
  es: {
    public: 'Público',
    community: 'Comunidad',
    restricted: 'Restringido',
    confidential: 'Confidencial',
  },
  en: {
    public: 'Public',
    community: 'Community',
    restricted: 'Restricted',
    confidential: 'Confidential',
  },
  pt: {
    public: 'Público',
    community: 'Comunidade',
    restricted: 'Restrito',
    confidential: 'Confidencial',
  },
  fr: {
    public: 'Public',
    community: 'Communauté',
    restricted: 'Restreint',
    confidential: 'Confidentiel',
  },
};

export const DETAIL_LABELS: Labels<Detail> = {
  es: { exact: 'Exacto', protected: 'Protegido' },
  en: { exact: 'Exact', protected: 'Protected' },
  pt: { exact: 'Exato', protected: 'Protegido' },
  fr: { exact: 'Exact', protected: 'Protégé' },
};

export const AUDIENCE_KIND_LABELS: Labels<AudienceKind> = {
  es: {
    states: 'Estados',
    organizations: 'Organizaciones',
    'sharing-group': 'Grupo de intercambio',
    forum: 'Foro',
    community: 'Comunidad',
    public: 'Público',
  },
  en: {
    states: 'States',
    organizations: 'Organizations',
    'sharing-group': 'Sharing group',
    forum: 'Forum',
    community: 'Community',
    public: 'Public',
  },
  pt: {
    states: 'Estados',
    organizations: 'Organizações',
    'sharing-group': 'Grupo de compartilhamento',
    forum: 'Foro',
    community: 'Comunidade',
    public: 'Público',
  },
  fr: {
    states: 'États',
    organizations: 'Organisations',
    'sharing-group': 'Groupe de partage',
    forum: 'Forum',
    community: 'Communauté',
    public: 'Public',
  },
};

export const ONWARD_RULE_LABELS: Labels<OnwardRule> = {
  es: {
    none: 'Sin retransmisión',
    'within-state': 'Dentro del Estado',
    named: 'A organizaciones nombradas',
    free: 'Libre',
  },
  en: {
    none: 'No onward sharing',
    'within-state': 'Within the State',
    named: 'To named organizations',
    free: 'Free',
  },
  pt: {
    none: 'Sem repasse',
    'within-state': 'Dentro do Estado',
    named: 'A organizações nomeadas',
    free: 'Livre',
  },
  fr: {
    none: 'Sans retransmission',
    'within-state': 'Au sein de l’État',
    named: 'Aux organisations désignées',
    free: 'Libre',
  },
};
