using System.Text;

namespace Fraud.Testing;

/// <summary>Hostile posts without end: random Unicode, halves of pairs, repeats, and real-looking posts cut, spliced and disguised.</summary>
public sealed class FuzzPosts(IReadOnlyList<string> posts, Random random)
{
    private const int LongestRepeat = 4000;
    private static readonly string[] Marks = ["\u200b", "\u2060", "\ufe0f", "\u0301", " ", ".", "*", "\n", "\0", "\uD83D", "\uDC4D", "👍🏽", "“", "”", "@", "://", "1", "元", "%", "…", "网(wǎng)"];

    /// <summary>Pieces whose repetition has brought readers of text down.</summary>
    public static IReadOnlyList<string> Pieces { get; } =
    [
        "a", "1", " ", "\n", "“", "\"", "(", "[", "@", ".", ":", "/", "%", "\uD800", "\uDC00", "\u0301", "\u200b", "👍🏽", "囤", "三折", "t o k e n ", "1元1刀 ", "一二三四", "a.b.", "a@b.c ", "http://a.b/?c=", "加v:a1 ",
        "微信", "网(wǎng)", "1,000.", "1r=1d ", "囤<6词元%1“", "sk-", "$$", "￥a", "-----BEGIN ", "0x", "q群1", "v ♥ ", "аpple ", "囤 词 元 ", "T3BlbkFJ", "每天1%", "\"a\":", "=", "%41", "\\u0061", "&#97;",
    ];

    /// <summary>The next post.</summary>
    public string Next() => random.Next(6) switch
    {
        0 => AnyUnicode(random.Next(400)),
        1 => Repeat(),
        2 => string.Concat(Enumerable.Range(0, random.Next(1, 20)).Select(_ => Any(Pieces))),
        3 => Any(posts) + Any(posts),
        _ => Mutated(),
    };

    /// <summary>A post of about so many characters.</summary>
    public string OfLength(int length)
    {
        var text = new StringBuilder(length + 5000);
        while (text.Length < length)
        {
            text.Append(Next());
        }

        return text.ToString(0, length);
    }

    private string Any(IReadOnlyList<string> of) => of[random.Next(of.Count)];

    private string AnyUnicode(int length) => string.Create(length, random, static (text, random) =>
    {
        foreach (ref var c in text)
        {
            c = (char)(random.Next(4) switch { 0 => random.Next(0x20, 0x7F), 1 => random.Next(0x4E00, 0xA000), 2 => random.Next(0xD800, 0xE000), _ => random.Next(0x10000) });
        }
    });

    private string Repeat()
    {
        var piece = random.Next(2) == 0 ? Any(Pieces) : Any(Pieces) + Any(Pieces);
        return string.Concat(Enumerable.Repeat(piece, random.Next(1, LongestRepeat / piece.Length)));
    }

    private string Mutated()
    {
        var text = new StringBuilder(Any(posts));
        for (var n = random.Next(1, 12); n > 0 && text.Length > 0; n--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(5))
            {
                case 0:
                    text.Remove(at, Math.Min(text.Length - at, random.Next(1, 9)));
                    break;
                case 1:
                    text[at] = (char)random.Next(0x10000);
                    break;
                case 2:
                    var from = random.Next(text.Length);
                    text.Insert(at, text.ToString(from, Math.Min(text.Length - from, random.Next(30))));
                    break;
                default:
                    text.Insert(at, Any(Marks));
                    break;
            }
        }

        return text.ToString();
    }
}
