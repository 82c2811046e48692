import { NavigationEnd, type Router } from '@angular/router';
import { filter } from 'rxjs';

/** The provider's answer after a sign-in, which the first navigation takes along in the fragment. */
const ANSWER = /(^|&)state=/;

/** Takes the provider's answer out of the address: it is used up, and nobody should copy it. */
export const forgetSignInAnswer = (router: Router): void => {
  router.events.pipe(filter((event) => event instanceof NavigationEnd)).subscribe(() => {
    const address = router.parseUrl(router.url);
    if (!ANSWER.test(address.fragment ?? '')) return;
    address.fragment = null;
    void router.navigateByUrl(address, { replaceUrl: true });
  });
};
