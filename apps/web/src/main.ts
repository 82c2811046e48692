import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { APP_CONFIG } from './app/app.config';
import { mountIconSprite } from './app/ui/icon/mount-icon-sprite';

mountIconSprite(document);
bootstrapApplication(App, APP_CONFIG).catch((error: unknown) => {
  console.error(error);
});
