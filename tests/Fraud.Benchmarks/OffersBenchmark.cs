using System.Diagnostics;
using System.Globalization;
using Fraud.Canonical;
using Fraud.Contacts;
using Fraud.Findings;
using Fraud.Offers;

namespace Fraud.Benchmarks;

/// <summary>`offers`: posts a second of the offer parser and the contact extractor on posts of about 100 characters.</summary>
internal static class OffersBenchmark
{
    private const int Rounds = 7;
    private const int Posts = 20_000;

    private static readonly (string Name, string[] Texts)[] Sets =
    [
        ("no offer, no contact",
        [
            "今天把项目里的日志模块重写了一遍，之前总是丢最后几行，原来是退出的时候没有等缓冲区写完。改完以后跑了一整天都正常，顺便把单元测试也补上了，明天再看看线上情况如何。",
            "I spent the whole afternoon reading about tokenizers and still do not understand why the same sentence gives different counts in two libraries. Maybe the merge rules differ?",
            "週末去爬山，天氣很好，山頂的風很大，下山以後吃了一碗牛肉麵。下次想找幾個朋友一起去走另外一條路線，聽說那邊的瀑布很漂亮，路也不算難走，適合帶小孩。",
        ]),
        ("numbers, no offer",
        [
            "新版本 2.3.1 发布，修复了 17 个问题，启动时间从 3.2 秒降到 1.1 秒，内存占用减少 40%，支持 128K 上下文，欢迎在 GitHub 提 issue 反馈，下一版预计 12 月 20 日发布。",
            "The model has a 200K context window, scored 71.3 on the benchmark and took 45 minutes to finish the 1,200 tasks we gave it on 8 GPUs with batch size 64 and 4 workers.",
        ]),
        ("offer and contact",
        [
            "自建号池反代，1元1刀，满血不掺水，支持 Claude Code，注册送 1 刀测试，跑路必赔，量大从优，长期稳定，站点 https://api.example.com/?aff=AB12 加微信 example_01 备注来意",
            "Selling aged ChatGPT accounts with $120 credit inside, $45 each, bulk from 10 pcs, 7-day warranty, pay with USDT, contact t.me/example_desk or sales[at]example[dot]com today",
        ]),
    ];

    public static int Run(string models)
    {
        var builder = new TextViewsBuilder(TextTables.Load(Path.Combine(models, "text")));
        var offers = new OfferParser(PriceTable.Load(Path.Combine(models, "prices")));
        var contacts = new ContactExtractor(ContactTables.Load(Path.Combine(models, "contacts")));
        var context = new AssessContext { PostedOn = new(2026, 11, 1) };
        Console.WriteLine("| posts | chars | views µs | offers µs | contacts µs | offers posts/s | contacts posts/s | bytes/post |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var (name, texts) in Sets)
        {
            var views = Best(texts, text => builder.Build(text).Canonical.Length);
            var withOffers = Best(texts, text => offers.Parse(builder.Build(text), context) is null ? 0 : 1);
            var withContacts = Best(texts, text => contacts.Extract(builder.Build(text)).Count);
            var (offer, contact) = (Math.Max(0.001, withOffers - views), Math.Max(0.001, withContacts - views));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {name} | {texts.Average(t => t.Length):F0} | {views:F2} | {offer:F2} | {contact:F2} | {1e6 / offer:N0} | {1e6 / contact:N0} | {Bytes(texts, builder, offers, contacts, context):F0} |"));
        }

        return 0;
    }

    // Processor time, since other programs may share the machine; the best round counts
    private static double Best(string[] texts, Func<string, int> act)
    {
        var (best, sum) = (double.MaxValue, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var before = Process.GetCurrentProcess().UserProcessorTime;
            for (var i = 0; i < Posts; i++)
            {
                sum += act(texts[i % texts.Length]);
            }

            best = Math.Min(best, (Process.GetCurrentProcess().UserProcessorTime - before).TotalMicroseconds / Posts);
        }

        return sum < 0 ? 0 : best;
    }

    private static double Bytes(string[] texts, TextViewsBuilder builder, OfferParser offers, ContactExtractor contacts, AssessContext context)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Posts; i++)
        {
            var views = builder.Build(texts[i % texts.Length]);
            offers.Parse(views, context);
            contacts.Extract(views);
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Posts;
    }
}
