"""What every client of Enlace brings beside a body: a token that is renewed, a new key for each write,
the version that it saw, and ids of records that exist; of the rest, one in three bodies is what succeeded on
a journey, or that but for one field. One call in eight goes out as it was made up.

Nothing here looks away: no answer is ignored, no operation left out, no check switched off."""

import json
import os
import random
import re
import threading
import urllib.error
import urllib.parse
import urllib.request
import uuid

import schemathesis

with open(os.environ["CONTRACT_SCENE"], encoding="utf-8") as scene:
    SCENE = json.load(scene)
ROLE = os.environ["CONTRACT_ROLE"]
CALLS = open(os.environ["CONTRACT_CALLS"], "a", encoding="utf-8")
IDS = SCENE["ids"][ROLE]
LOCK = threading.Lock()
CHANCE = random.Random(f"{os.environ['CONTRACT_SEED']} {ROLE}")
AS_MADE_UP = 1 / 8
AS_ON_JOURNEY = 1 / 3
BODIES = SCENE["bodies"]
UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")
# Ids that answers told this role: what follows from a call stays with the record that it was about.
TOLD = set()
WRITES = ("post", "put", "delete")


def read(address, headers=None):
    request = urllib.request.Request(address, headers=headers or {})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return answer.headers, answer.read()


def token():
    return read(f"{SCENE['tokens']}/{ROLE}")[1].decode()


@schemathesis.auth(refresh_interval=60)
class Bearer:
    def get(self, case, context):
        return token()

    def set(self, case, data, context):
        case.headers = case.headers or {}
        case.headers["Authorization"] = f"Bearer {data}"


def ids_for(path, name):
    """Ids that may stand for a parameter: by its own name, else by what is before it in the path."""
    before = path.split("{" + name + "}")[0].removeprefix("/api/v1/").strip("/")
    return IDS.get(name) or IDS.get(before) or []


# What a body calls a record, where that is not what it is.
SAME = {
    "actor": "organization", "owner": "organization", "adopter": "organization",
    "organizations": "organization", "members": "organization", "forums": "forum",
    "provisions": "provisions", "reports": "arrivals/reports", "file": "files",
}


def with_records(value, name=""):
    """The body with ids of records that exist where it has made-up ones."""
    if isinstance(value, dict):
        return {key: with_records(one, key) for key, one in value.items()}
    if isinstance(value, list):
        return [with_records(one, name) for one in value]
    ids = IDS.get(SAME.get(name, name))
    if ids and isinstance(value, str) and len(value) == 36 and value.count("-") == 4:
        return CHANCE.choice(ids)
    return value


def body_for(case):
    """The body of the journey, every other time with one field as it was made up; else with records that exist."""
    known = BODIES.get(case.operation.label)
    if known is None or not isinstance(case.body, dict) or CHANCE.random() >= AS_ON_JOURNEY:
        return with_records(case.body)
    bent = sorted(case.body)
    if not bent or CHANCE.random() < 1 / 2:
        return dict(known)
    name = CHANCE.choice(bent)
    return {**known, name: case.body[name]}


def tag_of(headers, body):
    """The version that an answer names, in its header or in itself; a file names none."""
    try:
        named = headers.get("etag") or f'"{json.loads(body).get("etag") or ""}"'
    except (ValueError, AttributeError):
        return None
    return None if named == '""' else named


def version_of(case):
    """The ETag of the nearest record above that can be read."""
    parts = case.operation.path.split("/")
    given = {name: urllib.parse.quote(str(value), safe="", errors="replace") for name, value in case.path_parameters.items()}
    for end in range(len(parts), 3, -1):
        above = "/".join(parts[:end])
        if not above.endswith("}"):
            continue
        address = SCENE["origin"] + above.format(**given)
        try:
            headers, body = read(address, {"Authorization": f"Bearer {token()}"})
        except urllib.error.HTTPError as refused:
            # A fault like any other: the hook fails, and with it the case.
            if refused.code >= 500:
                raise
            continue
        tag = tag_of(headers, body)
        if tag is not None:
            return tag
    return None


@schemathesis.hook
def before_call(context, case, kwargs):
    if CHANCE.random() < AS_MADE_UP:
        return
    for name, made_up in list((case.path_parameters or {}).items()):
        ids = ids_for(case.operation.path, name)
        if ids and str(made_up) not in TOLD:
            case.path_parameters[name] = CHANCE.choice(ids)
    case.headers = case.headers or {}
    case.headers.pop("Enlace-Acting-For", None)
    if case.operation.method.lower() not in WRITES:
        return
    if isinstance(case.body, (dict, list)):
        case.body = body_for(case)
    wanted = {header.name.lower() for header in case.operation.headers}
    if "idempotency-key" in wanted:
        case.headers["Idempotency-Key"] = str(uuid.uuid4())
    if "if-match" in wanted:
        tag = version_of(case)
        if tag is not None:
            case.headers["If-Match"] = tag


@schemathesis.hook
def after_call(context, case, response):
    with LOCK:
        if "json" in response.headers.get("content-type", [""])[0]:
            TOLD.update(UUID.findall(response.text))
        CALLS.write(json.dumps([case.operation.label, response.status_code]) + "\n")
        CALLS.flush()
