import type { ApplicationConfig } from '@angular/core';
import {
  inject,
  provideBrowserGlobalErrorListeners,
  provideEnvironmentInitializer,
} from '@angular/core';
import { APP_BASE_HREF } from '@angular/common';
import {
  FetchBackend,
  HttpBackend,
  HttpXhrBackend,
  provideHttpClient,
  withInterceptors,
} from '@angular/common/http';
import {
  Router,
  provideRouter,
  withComponentInputBinding,
  withInMemoryScrolling,
  withRouterConfig,
} from '@angular/router';
import { provideTransloco } from '@jsverse/transloco';
import { LANGUAGES } from '@enlace/domain';
import { PageBackend } from './core/api/page-backend';
import { authInterceptor } from './core/auth/auth-interceptor';
import { forgetSignInAnswer } from './core/auth/forget-sign-in-answer';
import { Session } from './core/auth/session';
import { Environment } from './core/config/environment';
import { Language } from './core/i18n/language';
import { TextLoader } from './core/i18n/text-loader';
import { firstScreen } from './core/shell/first-screen';
import { Theme } from './core/shell/theme';
import { APP_ROUTES } from './app.routes';

/** Providers of the application; nothing here waits for the network. */
export const APP_CONFIG: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withInterceptors([authInterceptor])),
    ...[FetchBackend, HttpXhrBackend],
    { provide: HttpBackend, useClass: PageBackend },
    // The policy forbids a base element, with which an injected one could send every script elsewhere.
    { provide: APP_BASE_HREF, useValue: '/' },
    provideRouter(
      APP_ROUTES,
      withComponentInputBinding(),
      withRouterConfig({ paramsInheritanceStrategy: 'always' }),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled' }),
    ),
    provideTransloco({
      config: {
        availableLangs: [...LANGUAGES],
        defaultLang: 'en',
        reRenderOnLangChange: true,
        prodMode: true,
      },
      loader: TextLoader,
    }),
    provideEnvironmentInitializer(() => {
      void inject(Environment).read();
      inject(Theme);
      inject(Language);
      forgetSignInAnswer(inject(Router));
      inject(Session).startAfter(firstScreen());
    }),
  ],
};
