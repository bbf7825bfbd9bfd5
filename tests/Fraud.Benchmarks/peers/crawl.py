#!/usr/bin/env python3
"""Crawling: Scrapy against `fraud crawl`, on one local site, politeness off in both, in one run.

  apt-get install python3-scrapy
  dotnet build -c Release tests/Fraud.Benchmarks
  dotnet publish src/Fraud -c Release -r linux-x64 --no-self-contained -p:PublishReadyToRun=true -o /somewhere
  tests/Fraud.Benchmarks/peers/crawl.py --bin artifacts/bin/Fraud.Benchmarks/release --fraud /somewhere --pages 2000 --rounds 3

Both follow every link and take title, price and text. Scrapy writes JSON lines; `fraud` stores posts and the frozen, encrypted
page, each committed to the disk. Start-up is counted. The best round of each counts, since other programs may share the machine.
"""
import argparse, json, os, shutil, socket, sqlite3, subprocess, sys, tempfile, time

SPIDER = '''
import json, scrapy

class Site(scrapy.Spider):
    name = "site"
    start_urls = ["{start}"]

    def parse(self, response):
        data = response.css('script[type="application/ld+json"]::text').get()
        if data:
            offer = json.loads(data)["offers"]
            yield {{"url": response.url, "title": response.css("h1::text").get(), "price": offer["price"], "currency": offer["priceCurrency"],
                   "text": " ".join(t.strip() for t in response.css("main ::text").getall() if t.strip())}}
        yield from response.follow_all(css="a")
'''


def measure(command, **kwargs):
    began = time.perf_counter()
    process = subprocess.Popen(command, **kwargs)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[0]} ended with {process.returncode}")
    return time.perf_counter() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def scrapy(start, folder, concurrency):
    spider, out, log = (os.path.join(folder, n) for n in ("spider.py", "items.jl", "scrapy.log"))
    with open(spider, "w") as f:
        f.write(SPIDER.format(start=start))
    settings = {"ROBOTSTXT_OBEY": 0, "CONCURRENT_REQUESTS": concurrency, "CONCURRENT_REQUESTS_PER_DOMAIN": concurrency, "DOWNLOAD_DELAY": 0, "RETRY_ENABLED": 0, "COOKIES_ENABLED": 0,
                "TELNETCONSOLE_ENABLED": 0, "LOG_LEVEL": "ERROR", "LOG_FILE": log}
    command = [shutil.which("scrapy"), "runspider", spider, "-O", out] + [a for k, v in settings.items() for a in ("-s", f"{k}={v}")]
    result = measure(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder)
    with open(out) as f:
        return (*result, sum(1 for _ in f))


def fraud(binary, start, folder, concurrency):
    origin = start.rsplit("/", 2)[0]
    port = int(origin.rsplit(":", 1)[1])
    config, data = os.path.join(folder, "bench.json"), os.path.join(folder, "data")
    with open(config, "w") as f:
        json.dump({"Fraud": {"Collect": {
            "Fetch": {"ContactUrl": "https://example.org/bot", "AllowedPrivateHosts": ["127.0.0.1"], "AllowedPorts": [port], "MinDelay": "00:00:00", "LatencyFactor": 0, "MaxConcurrentPerHost": concurrency},
            "Sources": [{"Name": "bench", "Kind": "listing", "Enabled": True, "Terms": "https://example.org/terms", "StartUrls": [start], "Follow": [origin + "/*"], "MaxPages": 1000000, "MaxDepth": 1000,
                         "Concurrency": concurrency}]}}}, f)
    command = [os.path.join(binary, "fraud"), "crawl", "bench", "--once", "--config", config, "--data", data]
    if not os.path.exists(command[0]):
        command[:1] = ["dotnet", os.path.join(binary, "fraud.dll")]
    result = measure(command, stdout=subprocess.DEVNULL, cwd=folder, env={**os.environ, "DOTNET_TieredPGO": "0"})
    with sqlite3.connect(os.path.join(data, "fraud.db")) as store:
        return (*result, store.execute("SELECT COUNT(*) FROM Post WHERE Listing IS NOT NULL").fetchone()[0])


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--bin", required=True, help="folder of the built benchmarks, which holds fraud too")
    options.add_argument("--fraud", help="folder of the published program; default that of the benchmarks")
    options.add_argument("--pages", type=int, default=2000)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--concurrency", type=int, default=16)
    given = options.parse_args()
    binary = os.path.abspath(given.bin)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    site = subprocess.Popen(["dotnet", os.path.join(binary, "Fraud.Benchmarks.dll"), "crawl", "site", str(port), str(given.pages)], stdout=subprocess.PIPE, text=True)
    try:
        print(site.stdout.readline().strip(), flush=True)
        start = f"http://127.0.0.1:{port}/list/0"
        all_pages = given.pages + (given.pages + 39) // 40
        best = {}
        for _ in range(given.rounds):
            for name, crawl in (("Scrapy " + subprocess.run(["scrapy", "version"], capture_output=True, text=True).stdout.split()[-1], lambda f: scrapy(start, f, given.concurrency)),
                                ("fraud crawl", lambda f: fraud(os.path.abspath(given.fraud or binary), start, f, given.concurrency))):
                with tempfile.TemporaryDirectory() as folder:
                    wall, cpu, memory, items = crawl(folder)
                if items != given.pages:
                    sys.exit(f"{name} took {items} of {given.pages} items")
                print(f"{name:14s} {wall:6.2f} s  {cpu:6.2f} s CPU  {memory:5.0f} MB", flush=True)
                best[name] = min(best.get(name, (9e9,)), (wall, cpu, memory))
    finally:
        site.terminate()
        site.wait()
    print("\n| crawler | pages/s | wall s | CPU s | peak MB | pages per CPU second |\n|---|---|---|---|---|---|")
    for name, (wall, cpu, memory) in best.items():
        print(f"| {name} | {all_pages / wall:.0f} | {wall:.2f} | {cpu:.2f} | {memory:.0f} | {all_pages / cpu:.0f} |")


main()
