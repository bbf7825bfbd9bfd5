using System.Globalization;
using Fraud.Testing;

namespace Fraud.Benchmarks;

/// <summary>`fuzz [minutes]`: hostile posts through the whole assessment; says what went wrong and how cost grows with length.</summary>
internal static class FuzzRun
{
    private const int BetweenLong = 4000;
    private const int Megabyte = 1_000_000;
    private const double MostGrowth = 8;

    public static int Run(string models, double minutes)
    {
        var check = new FuzzCheck(Assessor.Load(models));
        var corpus = BenchmarkPosts.All();
        var posts = new FuzzPosts(corpus, new Random(1));
        var (start, count, characters, worst, faults) = (TimeProvider.System.GetTimestamp(), 0L, 0L, 0.0, new SortedDictionary<string, int>(StringComparer.Ordinal));
        foreach (var text in corpus)
        {
            Note(faults, check.Fault(text));
        }

        for (var piece = 0; TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromMinutes(minutes); count++)
        {
            var isLong = count % BetweenLong == 0;
            var text = !isLong ? posts.Next() : piece < FuzzPosts.Pieces.Count ? FuzzCheck.Megabyte(FuzzPosts.Pieces[piece++]) : posts.OfLength(Megabyte);
            characters += text.Length;
            Note(faults, check.Fault(text));
            if (isLong)
            {
                var growth = check.Growth(text);
                worst = Math.Max(worst, growth);
                Note(faults, growth > MostGrowth ? string.Create(CultureInfo.InvariantCulture, $"cost grows {growth:F1}-fold, from U+{(int)text[0]:X4}") : null);
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{corpus.Count:N0} posts of the corpus, {count:N0} hostile posts, {characters:N0} characters, {count / BetweenLong + 1:N0} of 1 MB; a character of 1 MB costs at most {worst:F1} times one of 10 kB; {faults.Values.Sum()} faults"));
        foreach (var (fault, times) in faults)
        {
            Console.WriteLine($"  {times} × {fault}");
        }

        return faults.Count == 0 ? 0 : 1;
    }

    private static void Note(SortedDictionary<string, int> faults, string? fault)
    {
        if (fault is not null)
        {
            faults[fault] = faults.GetValueOrDefault(fault) + 1;
        }
    }
}
