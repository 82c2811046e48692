<#import "field.ftl" as field>
<#-- The account whose code is asked for, with a way to begin again. -->
<#macro username>
  <@field.group name="username" label=msg("usernameOrEmail")>
    <div class="attempted">
      <input id="kc-attempted-username" value="${auth.attemptedUsername}" readonly>
      <a id="reset-login" href="${url.loginRestartFlowUrl}">${msg("restartLoginTooltip")}</a>
    </div>
  </@field.group>
</#macro>

<#-- The frame of every page, like that of the development provider; the forms are Keycloak's. -->
<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<!DOCTYPE html>
<html lang="${lang}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="robots" content="noindex">
  <title>${title!"Enlace"}</title>
  <link rel="icon" href="${url.resourcesPath}/img/mark.svg">
  <link rel="stylesheet" href="${url.resourcesPath}/css/enlace.css">
  <#if scripts??>
    <#list scripts as script>
      <script src="${script}"></script>
    </#list>
  </#if>
  <script type="importmap">{ "imports": { "rfc4648": "${url.resourcesCommonPath}/vendor/rfc4648/rfc4648.js" } }</script>
  <script type="module" src="${url.resourcesPath}/js/passwordVisibility.js"></script>
  <script type="module">
    <#outputformat "JavaScript">
    import { startSessionPolling } from ${(url.resourcesPath + "/js/authChecker.js")?c};
    startSessionPolling(${url.ssoLoginInOtherTabsUrl?c});
    </#outputformat>
  </script>
  <#if authenticationSession??>
    <script type="module">
      <#outputformat "JavaScript">
      import { checkAuthSession } from ${(url.resourcesPath + "/js/authChecker.js")?c};
      checkAuthSession(${authenticationSession.authSessionIdHash?c});
      </#outputformat>
    </script>
  </#if>
</head>
<body data-page-id="login-${pageId}">
  <header class="promise">
    <div class="brand"><img src="${url.resourcesPath}/img/mark.svg" alt=""><span>Enlace</span></div>
    <svg class="network" viewBox="100 120 400 260" aria-hidden="true">
      <path class="link" d="M148 162Q179 174 202 198"/>
      <path class="link" d="M202 198Q232.3 213.8 253 241"/>
      <path class="link" d="M313 267Q301.3 287.4 282 301"/>
      <path class="link" d="M313 267Q334.3 294.3 342 328"/>
      <path class="link" d="M361 226Q378.8 221 397 224"/>
      <path class="link" d="M397 224Q401 213.7 409 206"/>
      <path class="link" d="M409 206Q369.5 195.9 338 170"/>
      <path class="link" d="M338 170Q242.1 187.1 148 162"/>
      <path class="link" d="M397 224Q422.6 235.1 441 256"/>
      <path class="link" d="M441 256Q399.5 303 342 328"/>
      <path class="link" d="M253 241Q287.6 196.1 338 170"/>
      <path class="link" d="M361 226Q341.6 251.8 313 267"/>
      <path class="link isthmus" d="M253 241Q269.5 237.3 286 241"/>
      <path class="link isthmus" d="M286 241Q302.4 251 313 267"/>
      <circle cx="148" cy="162" r="3.2"/>
      <circle cx="202" cy="198" r="3.2"/>
      <circle cx="253" cy="241" r="3.2"/>
      <circle cx="286" cy="241" r="3.2"/>
      <circle cx="313" cy="267" r="3.2"/>
      <circle cx="282" cy="301" r="3.2"/>
      <circle cx="342" cy="328" r="3.2"/>
      <circle cx="361" cy="226" r="3.2"/>
      <circle cx="397" cy="224" r="3.2"/>
      <circle cx="409" cy="206" r="3.2"/>
      <circle cx="338" cy="170" r="3.2"/>
      <circle cx="441" cy="256" r="3.2"/>
    </svg>
    <div>
      <p class="claim">${msg("enlacePromise")}</p>
      <p>${msg("enlaceAbout")}</p>
    </div>
  </header>
  <main>
    <#if realm.internationalizationEnabled && locale.supported?size gt 1>
      <nav class="languages" aria-label="${msg("languages")}">
        <#list ["es", "en", "pt", "fr"] as tag>
          <#list locale.supported?filter(l -> l.languageTag == tag) as l>
            <a lang="${tag}" hreflang="${tag}" href="${l.url}"<#if tag == locale.currentLanguageTag> aria-current="true"</#if>>${l.label}</a>
          </#list>
        </#list>
      </nav>
    </#if>
    <div class="form">
      <h1 id="kc-page-title"><#nested "header"></h1>
      <#if auth?has_content && auth.showUsername() && !auth.showResetCredentials()>
        <#nested "show-username">
        <@username />
      </#if>
      <#if displayMessage && message?has_content && (message.type != 'warning' || !isAppInitiatedAction??)>
        <p class="message ${message.type}" role="alert">${message.summary}</p>
      </#if>
      <#nested "form">
      <#if auth?has_content && auth.showTryAnotherWayLink()>
        <form id="kc-select-try-another-way-form" action="${url.loginAction}" method="post" novalidate>
          <input type="hidden" name="tryAnotherWay" value="on">
          <button class="quiet" type="submit" id="try-another-way">${msg("doTryAnotherWay")}</button>
        </form>
      </#if>
      <#nested "socialProviders">
      <#if displayInfo><div id="kc-info"><#nested "info"></div></#if>
    </div>
    <p class="foot">${msg("enlaceFoot")}</p>
  </main>
</body>
</html>
</#macro>
