/** Languages of the sign-in page. */
export const LOCALES = ['es', 'en', 'pt', 'fr'] as const;
/** One of the languages of the sign-in page. */
export type Locale = (typeof LOCALES)[number];

/** Each language in its own words. */
export const LOCALE_NAMES: Record<Locale, string> = {
  es: 'Español',
  en: 'English',
  pt: 'Português',
  fr: 'Français',
};

/** Everything the pages of the provider say. */
export interface LoginTexts {
  readonly signIn: string;
  readonly username: string;
  readonly password: string;
  readonly invalid: string;
  readonly expired: string;
  readonly back: string;
  readonly demo: string;
  readonly promise: string;
  readonly about: string;
  readonly language: string;
  readonly signOut: string;
  readonly signOutQuestion: string;
  readonly signedOut: string;
  readonly failed: string;
  readonly code: string;
  readonly codeLabel: string;
  readonly codeHelp: string;
  readonly codeInvalid: string;
}

/** The sign-in page's words in the four languages. */
export const LOGIN_TEXTS: Record<Locale, LoginTexts> = {
  es: {
    signIn: 'Iniciar sesión',
    username: 'Usuario o correo de trabajo',
    password: 'Contraseña',
    invalid: 'El usuario o la contraseña no son correctos. Revíselos e inténtelo de nuevo.',
    expired: 'Esta página de inicio de sesión ha caducado.',
    back: 'Volver a Enlace',
    demo: 'Sistema de demostración: todas las cuentas y cifras son ejemplos.',
    promise: 'Lo que acordamos en el papel, cumplido en común.',
    about:
      'Estados, foros regionales, organismos y sociedad civil comparten recuentos, siguen los compromisos y aprenden qué funciona para proteger a las personas en movimiento.',
    language: 'Idioma',
    signOut: 'Cerrar sesión',
    signOutQuestion: '¿Desea cerrar la sesión?',
    signedOut: 'Ha cerrado la sesión.',
    failed: 'No se pudo iniciar la sesión',
    code: 'Código de un solo uso',
    codeLabel: 'Código',
    codeHelp:
      'En la demostración, el código es 246810. En un sistema real lo da la aplicación de autenticación.',
    codeInvalid: 'El código no es correcto.',
  },
  en: {
    signIn: 'Sign in',
    username: 'User name or work e-mail',
    password: 'Password',
    invalid: 'The user name or password is not right. Check both and try again.',
    expired: 'This sign-in page has expired.',
    back: 'Back to Enlace',
    demo: 'Demonstration system: all accounts and figures are samples.',
    promise: 'What we agree on paper, followed through together.',
    about:
      'States, regional forums, agencies and civil society share counts, keep commitments in view and learn what works in protecting people on the move.',
    language: 'Language',
    signOut: 'Sign out',
    signOutQuestion: 'Do you want to sign out?',
    signedOut: 'You have signed out.',
    failed: 'Sign-in failed',
    code: 'One-time code',
    codeLabel: 'Code',
    codeHelp:
      'In the demonstration the code is 246810. In a real system your authenticator app shows it.',
    codeInvalid: 'The code is not right.',
  },
  pt: {
    signIn: 'Entrar',
    username: 'Usuário ou e-mail de trabalho',
    password: 'Senha',
    invalid: 'O usuário ou a senha não estão corretos. Confira os dois e tente de novo.',
    expired: 'Esta página de entrada expirou.',
    back: 'Voltar ao Enlace',
    demo: 'Sistema de demonstração: todas as contas e números são exemplos.',
    promise: 'O que acordamos no papel, cumprido em conjunto.',
    about:
      'Estados, foros regionais, agências e sociedade civil compartilham contagens, acompanham os compromissos e aprendem o que funciona para proteger pessoas em movimento.',
    language: 'Idioma',
    signOut: 'Sair',
    signOutQuestion: 'Deseja sair?',
    signedOut: 'Você saiu.',
    failed: 'Não foi possível entrar',
    code: 'Código de uso único',
    codeLabel: 'Código',
    codeHelp:
      'Na demonstração, o código é 246810. Num sistema real, quem o mostra é o aplicativo autenticador.',
    codeInvalid: 'O código não está correto.',
  },
  fr: {
    signIn: 'Se connecter',
    username: 'Nom d’utilisateur ou adresse professionnelle',
    password: 'Mot de passe',
    invalid: 'Le nom d’utilisateur ou le mot de passe est inexact. Vérifiez les deux et réessayez.',
    expired: 'Cette page de connexion a expiré.',
    back: 'Revenir à Enlace',
    demo: 'Système de démonstration : tous les comptes et les chiffres sont des exemples.',
    promise: 'Ce que nous convenons sur le papier, mené à bien ensemble.',
    about:
      'États, forums régionaux, organismes et société civile partagent des comptages, suivent les engagements et apprennent ce qui protège les personnes en déplacement.',
    language: 'Langue',
    signOut: 'Se déconnecter',
    signOutQuestion: 'Voulez-vous vous déconnecter ?',
    signedOut: 'Vous êtes déconnecté.',
    failed: 'La connexion a échoué',
    code: 'Code à usage unique',
    codeLabel: 'Code',
    codeHelp:
      'Dans la démonstration, le code est 246810. Dans un système réel, votre application d’authentification l’affiche.',
    codeInvalid: 'Le code n’est pas correct.',
  },
};

/** The first known language of a list such as `fr-CA es`, or undefined. */
export function knownLocale(list: string | undefined | null): Locale | undefined {
  for (const tag of (list ?? '').split(/[\s,]+/)) {
    const language = tag.slice(0, 2).toLowerCase();
    const found = LOCALES.find((locale) => locale === language);
    if (found) return found;
  }
  return undefined;
}
