import { HttpContext, HttpContextToken } from '@angular/common/http';

/** Whether the public may read it too, so that it need not wait for who asks. */
export const OPEN_READ = new HttpContextToken<boolean>(() => false);

/** Context of a read that the public may do too. */
export const openRead = (): HttpContext => new HttpContext().set(OPEN_READ, true);
