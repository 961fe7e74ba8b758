// Shows all services in Swagger UI. Calls go out with the session's cookie, so every change needs the cross-site token.
(async () => {
  const services = await (await fetch('/api-docs')).json();
  await fetch('/session'); // sets the cookie that holds the token

  const crossSiteToken = () =>
    document.cookie.split('; ').find((cookie) => cookie.startsWith('XSRF-TOKEN='))?.substring('XSRF-TOKEN='.length);

  SwaggerUIBundle({
    dom_id: '#swagger-ui',
    urls: services,
    layout: 'StandaloneLayout',
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    // its inline style is against our content security policy
    plugins: [() => ({ components: { Logo: () => null } })],
    validatorUrl: null,
    persistAuthorization: false,
    requestInterceptor: (request) => {
      const token = crossSiteToken();
      if (token && new URL(request.url, location.href).origin === location.origin) {
        request.headers['X-XSRF-TOKEN'] = decodeURIComponent(token);
      }
      return request;
    },
  });
})();
