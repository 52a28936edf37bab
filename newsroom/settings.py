"""Every knob of the product, in one file. What differs between machines is read by newsroom.env."""

from __future__ import annotations

from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _

from newsroom import env
from newsroom.env import BASE_DIR

# "Debug on" means a machine for trying things: demo logins, a stand-in for the secret, files served as they lie.
# Django's own DEBUG, with its tracebacks in the browser, is a second switch: even a trial shows people our pages.
TRIAL = env.flag("NEWSROOM_DEBUG", default=False)
DEBUG = TRIAL and env.flag("NEWSROOM_TRACEBACKS", default=False)
SECRET_KEY = env.secret_key(debug=TRIAL)
ALLOWED_HOSTS = env.words("NEWSROOM_HOSTS", "localhost,127.0.0.1,[::1]" if TRIAL else "")
CSRF_TRUSTED_ORIGINS = env.words("NEWSROOM_TRUSTED_ORIGINS")

# The newsroom itself
SITE_URL = env.url("NEWSROOM_URL", f"http://localhost:{env.number('PORT', 8000, least=1, most=65535)}")
SITE_NAME = env.text("NEWSROOM_NAME", "The Courier")
SITE_TAGLINE = env.text("NEWSROOM_TAGLINE", "Independent reporting from Port Aldine and beyond")
SITE_OWNERSHIP = env.text("NEWSROOM_OWNERSHIP", "")
GUID_AUTHORITY = env.text("NEWSROOM_GUID_AUTHORITY", "newsroom.invalid,2026")
TDM_RESERVED = env.flag("NEWSROOM_TDM_RESERVED", default=True)
LANGUAGE_CODE = env.text("NEWSROOM_LANGUAGE", "en-gb")
TIME_ZONE = env.zone("NEWSROOM_TIME_ZONE", "Europe/London")
USE_TZ = True
USE_I18N = True
FORMAT_MODULE_PATH = "newsroom.formats"
LANGUAGES = [("en-gb", _("English")), ("en", _("English (US)"))]

INSTALLED_APPS = [
    "newsroom.apps.NewsroomConfig",
    "newsroom.apps.DeskAdminConfig",
    "newsroom.apps.StaticFilesConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.forms",
    "csp",
    "axes",
    "taggit",
    "ckeditor",
    "audit",
    "sources",
    "images",
    "authors",
    "tags",
    "articles",
    "wire",
    "fronts",
    "public",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "newsroom.middleware.SurfaceMiddleware",
    "newsroom.middleware.NonsenseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "newsroom.urls"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
WSGI_APPLICATION = "newsroom.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
            ],
        },
    },
]

DATABASES = {"default": env.database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Static and uploaded files
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "var" / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = env.text("NEWSROOM_MEDIA", str(BASE_DIR / "var" / "media"))
STORAGES = {
    "default": {"BACKEND": "newsroom.storage.PictureStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if TRIAL
        else "newsroom.storage.StaticStorage"
    },
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = TRIAL
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

# Signing in: locked by name and address together after eight wrong passwords, for a quarter of an hour
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"
AXES_FAILURE_LIMIT = env.number("NEWSROOM_LOGIN_TRIES", 8, least=3, most=50)
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_TEMPLATE = "registration/locked.html"
AXES_LOCKOUT_CALLABLE = "articles.admin.signin.locked_out"  # a story's form that came along is shown again
CSRF_FAILURE_VIEW = "articles.admin.signin.csrf_failure"  # likewise
AXES_HTTP_RESPONSE_CODE = 429
AXES_VERBOSE = False
AXES_CLIENT_IP_CALLABLE = "newsroom.middleware.client_address"

# Transport and cookies; a newsroom on plain http says so with NEWSROOM_URL=http://…
HTTPS = SITE_URL.startswith("https://")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = HTTPS and env.flag("NEWSROOM_SSL_REDIRECT", default=True)
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
BEHIND_PROXY = env.flag("NEWSROOM_BEHIND_PROXY", default=False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"

# Two policies: readers get a closed one, the desk one with a nonce (docs/decisions/0004-editor.md).
# newsroom.middleware chooses between them by address.
READER_CSP = {
    "default-src": [SELF],
    "img-src": [SELF, "data:"],
    "style-src": [SELF],
    "script-src": [SELF],
    "font-src": [SELF],
    "connect-src": [SELF],
    "frame-ancestors": [NONE],
    "base-uri": [NONE],
    "form-action": [SELF],
    "object-src": [NONE],
}
DESK_CSP = {
    **READER_CSP,
    "script-src": [SELF, NONCE],
    "style-src": [SELF, "'unsafe-inline'"],
    "frame-src": [SELF],
    "frame-ancestors": [SELF],
}
CONTENT_SECURITY_POLICY = {"DIRECTIVES": READER_CSP}

# The editor: its configuration comes from the one vocabulary in articles.richtext, and newsroom.checks refuses an
# unsafe one; only with those checks in place is the package's end-of-life notice silenced (SECURITY.md).
SILENCED_SYSTEM_CHECKS = ["ckeditor.W001"]
CKEDITOR_BASEPATH = "/static/ckeditor/ckeditor/"
TAGGIT_CASE_INSENSITIVE = True

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

# The demo's logins exist only where this is on, and that is on only in debug
DEMO_LOGINS = TRIAL and env.flag("NEWSROOM_DEMO", default=True)

LOG_LEVEL = env.choice("NEWSROOM_LOG_LEVEL", "INFO", ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"))
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"()": "newsroom.logs.Line", "format": "{asctime} {levelname} {name}: {message}", "style": "{"}
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
    "loggers": {
        "axes": {"level": "WARNING"},
        "httpx": {"level": "WARNING"},
        # Django's own handlers would write the same once more, with the keys that newsroom.logs takes out
        "django": {"handlers": [], "level": "INFO"},
        "django.server": {"handlers": ["console"], "level": "INFO", "propagate": False},
    },
}
