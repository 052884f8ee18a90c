"""The browsers that pages are opened in: where they are, and Firefox by WebDriver BiDi."""

import asyncio
import base64
import itertools
import json
import re
import sys
import tempfile
from pathlib import Path

import websockets

CHROMIUM = ["/usr/bin/chromium", "/usr/bin/google-chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"]
FIREFOX = ["/usr/bin/firefox-esr", "/usr/bin/firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"]


def chromium() -> str:
    return first(CHROMIUM, "Chromium")


def first(paths: list[str], name: str) -> str:
    for path in paths:
        if Path(path).exists():
            return path
    sys.exit(f"no {name}: Scripts/setup --tests installs it")


class Firefox:
    """A headless Firefox, spoken to in WebDriver BiDi (https://w3c.github.io/webdriver-bidi/).

    Playwright's own Firefox is another program; this is the one that people have.
    """

    async def __aenter__(self):
        self.profile = tempfile.TemporaryDirectory()
        Path(self.profile.name, "user.js").write_text(
            'user_pref("network.proxy.type", 1);\nuser_pref("network.proxy.http", "127.0.0.1");\n'
            'user_pref("network.proxy.http_port", 9);\nuser_pref("network.proxy.ssl", "127.0.0.1");\n'
            'user_pref("network.proxy.ssl_port", 9);\nuser_pref("intl.accept_languages", "en-US");\n'
        )
        self.process = await asyncio.create_subprocess_exec(
            first(FIREFOX, "Firefox"), "--headless", "--no-remote", "--profile", self.profile.name,
            "--remote-debugging-port=0", stderr=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.DEVNULL)
        address = await asyncio.wait_for(self.address(), 60)
        self.socket = await websockets.connect(f"{address}/session", max_size=None)
        self.numbers, self.waiting, self.log = itertools.count(1), {}, []
        self.reader = asyncio.create_task(self.read())
        self.drain = asyncio.create_task(self.discard())
        await self.command("session.new", capabilities={})
        await self.command("session.subscribe", events=["log.entryAdded"])
        tree = await self.command("browsingContext.getTree")
        self.context = tree["contexts"][0]["context"]
        return self

    async def __aexit__(self, *_):
        try:
            await asyncio.wait_for(self.command("browser.close"), 10)
            await asyncio.wait_for(self.process.wait(), 10)
        except Exception:
            self.process.kill()
        self.reader.cancel()
        self.drain.cancel()
        self.profile.cleanup()

    async def address(self) -> str:
        async for line in self.process.stderr:
            if found := re.search(rb"(ws://[\d.:]+)", line):
                return found.group(1).decode()
        raise RuntimeError("Firefox said no address")

    async def discard(self):
        async for _ in self.process.stderr:
            pass

    async def read(self):
        async for text in self.socket:
            message = json.loads(text)
            if "id" in message:
                self.waiting.pop(message["id"]).set_result(message)
            elif message.get("method") == "log.entryAdded":
                self.log.append(message["params"])

    async def command(self, method: str, **parameters):
        number = next(self.numbers)
        self.waiting[number] = asyncio.get_running_loop().create_future()
        await self.socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        answer = await asyncio.wait_for(self.waiting[number], 60)
        if answer["type"] == "error":
            raise RuntimeError(f"{method}: {answer['message']}")
        return answer["result"]

    async def goto(self, url: str):
        await self.command("browsingContext.navigate", context=self.context, url=url, wait="complete")

    async def size(self, width: int, height: int):
        await self.command(
            "browsingContext.setViewport", context=self.context, viewport={"width": width, "height": height})

    async def evaluate(self, expression: str):
        """The value of an expression, by JSON."""
        result = await self.command(
            "script.evaluate", expression=f"Promise.resolve({expression}).then(value => JSON.stringify(value ?? null))",
            target={"context": self.context}, awaitPromise=True)
        if result["type"] == "exception":
            raise RuntimeError(result["exceptionDetails"]["text"])
        return json.loads(result["result"]["value"])

    async def keys(self, *keys: str):
        actions = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        await self.command(
            "input.performActions", context=self.context, actions=[{"type": "key", "id": "keys", "actions": actions}])

    async def click(self, x: float, y: float):
        actions = [{"type": "pointerMove", "x": round(x), "y": round(y)}, {"type": "pointerDown", "button": 0},
                   {"type": "pointerUp", "button": 0}]
        await self.command(
            "input.performActions", context=self.context, actions=[{"type": "pointer", "id": "mouse", "actions": actions}])

    async def screenshot(self, path: str):
        data = await self.command("browsingContext.captureScreenshot", context=self.context)
        Path(path).write_bytes(base64.b64decode(data["data"]))
