using System.Text;
using Fraud.Testing;

namespace Fraud.Detect.Tests.Keys;

/// <summary>Text made of the rules' own keywords, again and again: the cost of a character is bounded, whatever stands around it.</summary>
public class HostileTests
{
    private const int Short = 4 << 10;
    private const int Length = 8 << 10;
    private const int Long = 384 << 10;

    // In code not yet optimised; what was quadratic took seconds
    private const int Rounds = 3;
    private static readonly TimeSpan _budget = TimeSpan.FromMilliseconds(400);

    // What bodies of keys are made of, and what joins a keyword to them
    private static readonly string[] _bodies = ["a1B2c3D4e5F6", "0f3a9c71", "=\"", ": A9-", ".", "\n"];
    private static readonly string[] _keywords = [.. Scanner.Real.Rules.Rules.SelectMany(r => r.Keywords).Distinct(StringComparer.Ordinal)];

    public static TheoryData<string> Chains => ["key", "apikey", "token", "secretkey", "access", "password", "private", "A3-", "-----BEGIN ", "a ----", "{{", "%25"];

    [Fact]
    public void A_keyword_repeated_is_read_in_time() => Assert.DoesNotContain(_keywords, k => IsSlow(k, Length));

    [Fact]
    public void A_keyword_repeated_before_bodies_is_read_in_time() =>
        Assert.DoesNotContain(_keywords.Select((k, i) => k + _bodies[i % _bodies.Length]), piece => IsSlow(piece, Short));

    [Theory]
    [MemberData(nameof(Chains))]
    public void Names_in_an_endless_row_neither_overflow_nor_stall(string piece)
    {
        var text = Repeated(piece, Long);
        Assert.InRange(Time(text), TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    /// <summary>Whether it is so each time: a thread may be made to collect garbage.</summary>
    private static bool IsSlow(string piece, int length)
    {
        var text = Repeated(piece, length);
        return Enumerable.Range(0, Rounds).All(_ => Time(text) > _budget);
    }

    private static byte[] Repeated(string piece, int length)
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, (length / piece.Length) + 1)));
        return text[..length];
    }

    private static TimeSpan Time(byte[] text) => ThreadClock.Time(() => Scanner.Real.Scan(text));
}
