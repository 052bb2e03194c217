"""Drives Chromium without a window through its DevTools protocol."""

import base64
import json
import pathlib
import shutil
import subprocess
import tempfile
import time

import websocket

NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]


def find():
    """The browser's path, or None where there is none."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


class Browser:
    """One browser with one page."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="parity-accessibility-")
        self.process = subprocess.Popen(
            [
                find(), "--headless=new", "--no-sandbox", "--disable-gpu",
                "--hide-scrollbars", "--remote-debugging-port=0", "--remote-allow-origins=*",
                f"--user-data-dir={self.folder}", "about:blank",
            ],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.number = 0
        self.socket = self.connect()
        target = next(
            info for info in self.send("Target.getTargets")["targetInfos"] if info["type"] == "page")
        self.session = self.send(
            "Target.attachToTarget", targetId=target["targetId"], flatten=True)["sessionId"]
        for domain in ["Page", "Runtime", "DOM", "Accessibility"]:
            self.call(f"{domain}.enable")

    def connect(self):
        port = pathlib.Path(self.folder, "DevToolsActivePort")
        for _ in range(300):
            if port.exists() and len(port.read_text().splitlines()) == 2:
                number, path = port.read_text().splitlines()
                return websocket.create_connection(
                    f"ws://127.0.0.1:{number}{path}", timeout=120, max_size=None)
            time.sleep(0.1)
        raise RuntimeError("the browser did not start")

    def send(self, method, session=None, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        self.socket.send(json.dumps(message))
        while True:
            answer = json.loads(self.socket.recv())
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]

    def call(self, method, **parameters):
        return self.send(method, self.session, **parameters)

    def evaluate(self, expression):
        """The value of an expression in the page; promises are waited for."""
        answer = self.call(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(json.dumps(answer["exceptionDetails"])[:500])
        return answer["result"].get("value")

    def show(self, path, width, scheme="light", forced=False, height=900):
        """Opens a file at a width in a colour scheme."""
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height,
            deviceScaleFactor=1, mobile=False)
        self.call(
            "Emulation.setEmulatedMedia", media="",
            features=[
                {"name": "prefers-color-scheme", "value": scheme},
                {"name": "forced-colors", "value": "active" if forced else "none"},
            ])
        self.call("Page.navigate", url=pathlib.Path(path).resolve().as_uri())
        for _ in range(300):
            if self.evaluate("location.protocol === 'file:' && document.readyState") == "complete":
                return
            time.sleep(0.05)
        raise RuntimeError(f"{path} did not load")

    def press_tab(self):
        for kind in ["keyDown", "keyUp"]:
            self.call(
                "Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab",
                windowsVirtualKeyCode=9)

    def pdf(self):
        """The page as printed."""
        answer = self.call(
            "Page.printToPDF", preferCSSPageSize=True, printBackground=True,
            displayHeaderFooter=False)
        return base64.b64decode(answer["data"])

    def close(self):
        try:
            self.send("Browser.close")
            self.process.wait(timeout=20)
        except Exception:
            self.process.kill()
        shutil.rmtree(self.folder, ignore_errors=True)
