import { NavigationEnd, type Router } from '@angular/router';
import { filter } from 'rxjs';

/** The provider's answer after a sign-in, which the first navigation takes along in the fragment. */
const ANSWER = /(^|&)state=/;

/** Whether this page is where the provider brought somebody back to. */
export const signedInJustNow = (): boolean => ANSWER.test(location.hash.slice(1));

/** Takes the provider's answer out of the address: it is used up, and nobody should copy it. */
export const forgetSignInAnswer = (router: Router): void => {
  router.events.pipe(filter((event) => event instanceof NavigationEnd)).subscribe(() => {
    const address = router.parseUrl(router.url);
    if (!ANSWER.test(address.fragment ?? '')) return;
    address.fragment = null;
    void router.navigateByUrl(address, { replaceUrl: true });
  });
};
