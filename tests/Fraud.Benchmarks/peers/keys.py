#!/usr/bin/env python3
"""Leaked keys: ripgrep, secretlint, gitleaks, trufflehog and detect-secrets against `fraud scan`, on the same files, in one run.

  apt-get install ripgrep; gitleaks and trufflehog are in Debian's unstable suite
  npm install --prefix /tmp/peers secretlint @secretlint/secretlint-rule-preset-recommend
  tests/Fraud.Benchmarks/peers/keys.py --fraud artifacts/bin/Fraud/release/fraud --secretlint /tmp/peers/node_modules/.bin/secretlint

Writes clean text (prose in two languages, code, configuration, logs; no key in it) and a text with one key of every rule's shape planted among
such lines. Prints GB/s on one core by wall clock and by CPU time, start-up taken off by a run over an empty file, peak memory, how many
planted lines each tool flags, and how many it flags in 20,000 ordinary ones. Slow tools get a smaller part of the same clean text.
With --folder, also how many lines of real text each flags: a sample of the folder's text files, unpacked, under names that tell no tool anything.
"""
import argparse, glob, gzip, json, os, random, re, subprocess, sys, tempfile, time

WORDS = "account archive balance branch button cache channel client cloud column config contract cursor customer debug default deploy device driver editor endpoint engine event export factory filter folder format frame gateway handler header history image import index invoice journal kernel label layout ledger library license listener loader local manager market matrix member memory message method middle model monitor network notice object office option order package parser partner payload picture pipeline platform plugin pointer portal prefix price process product profile project prompt property provider queue record region register release remote report request reserve resource response result router sample schedule schema screen script search section sector sender server service session signal source stack standard status storage stream string student subject support switch symbol system table target template tenant thread ticket timer topic trace track transfer trigger update upload vector vendor version viewer window worker".split()
CHINESE = "昨晚把服务迁到新机房 延迟降了一半 令牌过期时间改成两小时 今天继续排查网关的超时配置 价格好商量 官方刚更新了定价页 缓存命中按一折计费 词元用量比上个月少了三成 会议改到周三下午 先看日志再重启 模型的上下文更长了 评测结果见附表".split()
LINES = ["{W} {w} the {w} of every {w} before you {w} the {w}, then restart the {w}.", "    public {W} {w} {{ get; init; }} = {W}.Default{n};", "{c}，{c}。{c}！", "if ({w}.Kind == {W}Kind.{W}{n}) return {w}[{n}];",
         "2026-11-{n} INFO {w} status=200 in {n} ms path=/{w}/{w}/{n}", "<div class=\"{w}-{w}\">{W} {w} {n}</div>", "SELECT {w}, {w}_id FROM {w} WHERE {w} > {n} LIMIT {n};", "{w}: {c}，参考第 {n} 页", "  \"{w}\": {{ \"{w}\": {n}, \"{w}\": \"{w} {w}\" }},", "def {w}_{w}({w}, {w}={n}): return {w} + {n}"]
NOT_A_KEY = ["Culture=neutral, PublicKeyToken={h16}", "commit {h40}", "image@sha256:{h64}", "ETag: \"{h32}\"", "api_key=os.environ[\"{W}_KEY\"]", "password: ${{DB_PASSWORD}}", "token = get_token({w})", "OPENAI_API_KEY=your_api_key_here", "cache_key = \"{w}:{n}\""]


def sentence(chance, shapes=LINES):
    digits = lambda n: "".join(chance.choice("0123456789abcdef") for _ in range(n))
    fill = {"w": lambda: chance.choice(WORDS), "W": lambda: chance.choice(WORDS).title(), "n": lambda: str(chance.randrange(10, 99)), "c": lambda: chance.choice(CHINESE)}
    part = lambda m: fill[m[1]]() if m[1] in fill else digits(int(m[1][1:]))
    return re.sub(r"\{(w|W|n|c|h\d+)\}", part, chance.choice(shapes)).replace("{{", "{").replace("}}", "}")


def members(text):
    return re.sub(r"(.)-(.)", lambda m: "".join(map(chr, range(ord(m[1]), ord(m[2]) + 1))), text)


def planted(folder, chance):
    """One line a rule that has a keyword of its own, each filled at random."""
    keys = []
    for file in sorted(glob.glob(os.path.join(folder, "*.json"))):
        for rule in json.load(open(file, encoding="utf-8"))["rules"]:
            shape = rule["examples"][0]
            if rule.get("fallback") or "{!" in shape or "\n" in shape:
                continue
            keys.append(re.sub(r"\{([^{}:]+):(\d+)\}", lambda m: "".join(chance.choice(members(m[1])) for _ in range(int(m[2]))), shape))
    return keys


def sample(folders, into, limit, chance):
    """Text files of the folders in random order up to so many bytes, as 00000.txt and so on; their size."""
    files = sorted(os.path.join(at, name) for folder in folders for at, _, names in os.walk(folder) for name in names)
    chance.shuffle(files)
    size = count = 0
    for file in files:
        try:
            with (gzip.open if file.endswith(".gz") else open)(file, "rb") as f:
                text = f.read(1_000_000)
            text.decode("utf-8")
        except (OSError, EOFError, ValueError):
            continue
        if b"\0" not in text and len(text) > 200:
            with open(os.path.join(into, f"{count:05}.txt"), "wb") as f:
                f.write(text)
            size, count = size + len(text), count + 1
        if size >= limit:
            break
    return size


def run(command, **options):
    """Wall seconds, CPU seconds, peak memory in MB, output; on one core."""
    out = tempfile.TemporaryFile()
    began = time.perf_counter()
    child = subprocess.Popen(["taskset", "-c", "0", *command], stdout=out, stderr=subprocess.DEVNULL, **options)
    _, _, used = os.wait4(child.pid, 0)
    wall = time.perf_counter() - began
    out.seek(0)
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, out.read().decode("utf-8", "replace")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--fraud", required=True)
    options.add_argument("--secretlint", help="its executable")
    options.add_argument("--gitleaks", help="its executable")
    options.add_argument("--trufflehog", help="its executable; run without verification")
    options.add_argument("--detect-secrets", help="its source folder; run with this Python")
    options.add_argument("--megabytes", type=int, default=1000, help="clean text for the fast tools")
    options.add_argument("--folder", action="append", default=[], help="real text, such as /usr/share/doc; may be given more than once")
    options.add_argument("--folder-megabytes", type=int, default=10, help="how much of it")
    options.add_argument("--keep", help="folder for lists of what was flagged there, and for the real text")
    given = options.parse_args()
    chance = random.Random(2026)
    root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..")
    with tempfile.TemporaryDirectory() as folder:
        path = lambda name: os.path.join(folder, name)
        block = "".join(sentence(chance) + "\n" for _ in range(20_000)).encode()
        with open(path("clean.txt"), "wb") as f:
            while f.tell() < given.megabytes * 1_000_000:
                f.write(block)
        for name, megabytes in (("clean20.txt", 20), ("clean1.txt", 1)):
            with open(path(name), "wb") as f:
                f.write((block * (megabytes * 1_000_000 // len(block) + 1))[: megabytes * 1_000_000].rsplit(b"\n", 1)[0])
        open(path("empty.txt"), "w").close()
        keys = planted(os.path.join(root, "models", "keys"), chance)
        with open(path("planted.txt"), "w") as f:
            f.writelines(sentence(chance) + "\n" + key + "\n" for key in keys)
        with open(path("ordinary.txt"), "w") as f:
            f.writelines(sentence(chance, LINES + NOT_A_KEY) + "\n" for _ in range(20_000))
        words = sorted({w for file in glob.glob(os.path.join(root, "models", "keys", "*.json")) for r in json.load(open(file, encoding="utf-8"))["rules"] for w in r.get("keywords", [])})
        with open(path("keywords.txt"), "w") as f:
            f.writelines(w + "\n" for w in words)
        text = os.path.join(given.keep or folder, "real")
        os.makedirs(text, exist_ok=True)
        real = sample(given.folder, text, given.folder_megabytes * 1_000_000, chance) / 1e6
        with open(path("config.json"), "w") as f:
            json.dump({"rules": [{"id": "@secretlint/secretlint-rule-preset-recommend"}]}, f)

        lint = lambda file: [given.secretlint, "--secretlintrc", path("config.json"), "--format", "json", "--no-color", os.path.join(file, "*") if os.path.isdir(file) else file]
        detect = lambda file: [sys.executable, "-m", "detect_secrets", *(["-C", file, "scan", "--no-verify", "--all-files", "."] if os.path.isdir(file) else ["scan", "--no-verify", "--all-files", file])]
        python = dict(os.environ, PYTHONPATH=given.detect_secrets or "")
        base = os.path.dirname(os.path.dirname(os.path.dirname(given.secretlint))) if given.secretlint else None
        tools = [
            ("fraud scan", lambda f: [given.fraud, "scan", "--jsonl", f], "clean.txt", {}, lambda o: {(r["file"], r["line"]) for r in map(json.loads, o.splitlines())}),
            (f"ripgrep, {len(words)} keywords", lambda f: ["rg", "-n", "-H", "-a", "-i", "-F", "-j", "1", "-f", path("keywords.txt"), f], "clean.txt", {}, lambda o: {(l.split(":")[0], int(l.split(":")[1])) for l in o.split("\n") if l}),
        ]
        if given.secretlint:
            tools.append(("secretlint, recommended", lint, "clean20.txt", {"cwd": base}, lambda o: {(f["filePath"], m["loc"]["start"]["line"]) for f in json.loads(o or "[]") for m in f["messages"]}))
        if given.gitleaks:
            leaks = lambda f: [given.gitleaks, "dir", f, "--no-banner", "--log-level", "error", "--exit-code", "0", "--report-format", "json", "--report-path", "-"]
            tools.append(("gitleaks", leaks, "clean20.txt", {}, lambda o: {(f["File"], f["StartLine"]) for f in json.loads(o or "[]")}))
        if given.trufflehog:
            hog = lambda f: [given.trufflehog, "filesystem", f, "--no-verification", "--no-update", "--json"]
            tools.append(("trufflehog, unverified", hog, "clean20.txt", {}, lambda o: {(f["file"], f.get("line", 0) + 1) for f in (json.loads(l)["SourceMetadata"]["Data"]["Filesystem"] for l in o.splitlines() if "SourceMetadata" in l)}))
        if given.detect_secrets:
            tools.append(("detect-secrets", detect, "clean1.txt", {"env": python, "cwd": folder}, lambda o: {(s["filename"], s["line_number"]) for r in json.loads(o)["results"].values() for s in r}))
        print(f"| tool | clean text | GB/s, wall | GB/s, CPU | peak memory | found of {len(keys)} planted | false in 20,000 lines | flagged in {real:.0f} MB of real text |\n|---|---|---|---|---|---|---|---|")
        for name, command, clean, extra, lines in tools:
            wall0, cpu0, _, _ = run(command(path("empty.txt")), **extra)
            wall, cpu, memory, _ = run(command(path(clean)), **extra)
            size = os.path.getsize(path(clean)) / 1e9
            found = len({l for _, l in lines(run(command(path("planted.txt")), **extra)[3]) if l % 2 == 0})
            false = len(lines(run(command(path("ordinary.txt")), **extra)[3]))
            flagged = lines(run(command(text), **extra)[3]) if given.folder else set()
            if given.keep:
                with open(os.path.join(given.keep, name.split(",")[0].replace(" ", "-") + ".tsv"), "w") as f:
                    f.writelines(f"{os.path.basename(file)}\t{line}\n" for file, line in sorted(flagged))
            rate = lambda seconds: f"{size / max(seconds, 1e-3):.4f}"
            print(f"| {name} | {size * 1000:,.0f} MB | {rate(wall - wall0)} | {rate(cpu - cpu0)} | {memory:,.0f} MB | {found} ({found / len(keys):.1%}) | {false} | {len(flagged)} |", flush=True)


main()
