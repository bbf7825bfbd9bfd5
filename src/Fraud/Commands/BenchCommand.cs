using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Fraud.Findings;
using Fraud.Hosting;
using Fraud.Keys;

namespace Fraud.Commands;

/// <summary>`fraud bench`: throughput on this machine, one core.</summary>
internal static class BenchCommand
{
    private const int ScanMegabytes = 64;

    // About 100 characters each, as posts are: most of them innocent
    private static readonly string[] Posts =
    [
        "昨晚把服务迁到新机房，延迟从 180 毫秒降到 40 毫秒，就是日志采集偶尔丢几条，今天继续排查网关的超时配置，有经验的朋友欢迎指点一下，先谢过。",
        "Does anyone know why the refresh token expires after fifteen minutes even though the docs say one hour? Clock skew?",
        "出一台自用显示器，27 寸 4K，带支架和原盒，无亮点，同城可以当面验货，价格好商量，周末两天都有空，急出不讲价勿扰，非诚勿扰。",
        "内部渠道拿的词元包，一亿 99 元，相当于官方价三折不到，囤到年底翻几倍，保本回收，加微信 lucky_tk88，只剩十二个名额，今晚截止，手慢无。",
        "分析師預估明年推論價格還會再降四成，企業採購開始改用年約與用量承諾，平台之間的價格戰短期內看不到盡頭，使用者樂見其成。",
        "The new pricing page says cached input is billed at ten percent. Our bill went down by a third this month, nice surprise.",
    ];

    public static Command Create()
    {
        var seconds = new Option<int>("--seconds") { Description = "Seconds per figure, 1 to 60.", DefaultValueFactory = _ => 3 };
        var command = new Command("bench", "Measure throughput on this machine: full assessment and key scan, one core.") { seconds };
        command.SetAction(parsed => Run(parsed.GetValue(seconds) is >= 1 and <= 60 and var given ? given : throw new UsageException("--seconds: 1 to 60.")));
        return command;
    }

    private static int Run(int seconds)
    {
        var models = new FraudSettings().ModelsPath;
        var began = Stopwatch.GetTimestamp();
        var assessor = Assessor.Load(models);
        Say("models loaded", $"{Stopwatch.GetElapsedTime(began).TotalMilliseconds:0} ms");

        var characters = Posts.Average(p => p.Length);
        var posts = Rate(seconds, i => assessor.Assess(Posts[i % Posts.Length], AssessContext.None));
        Say("assess", $"{posts:#,0} posts/s (posts of {characters:0} characters on average, {posts * characters / 1e6:0.0} M characters/s)");

        var scanner = KeyScanner.Load(models, new byte[32]);
        var text = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Repeat(string.Join('\n', Posts), ScanMegabytes * 1_000_000 / Encoding.UTF8.GetByteCount(string.Join('\n', Posts)))));
        var scans = Rate(seconds, _ => scanner.Scan(text));
        Say("key scan", $"{scans * text.Length / 1e6:#,0} MB/s of clean UTF-8 text");
        return ExitCode.Done;
    }

    // Calls per second after a warm-up of a quarter of the time
    private static double Rate(int seconds, Action<int> act)
    {
        double Once(double time)
        {
            var began = Stopwatch.GetTimestamp();
            var calls = 0;
            do
            {
                act(calls++);
            }
            while (Stopwatch.GetElapsedTime(began).TotalSeconds < time);
            return calls / Stopwatch.GetElapsedTime(began).TotalSeconds;
        }

        Once(seconds / 4.0);
        return Once(seconds);
    }

    private static void Say(string what, FormattableString figure) => Console.WriteLine($"{what,-14} {figure.ToString(CultureInfo.InvariantCulture)}");
}
