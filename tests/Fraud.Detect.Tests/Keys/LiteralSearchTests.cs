using System.Runtime.Intrinsics.X86;
using System.Text;
using Fraud.Keys.Literals;
using Fraud.Keys.Scanning;

namespace Fraud.Detect.Tests.Keys;

/// <summary>The search tells of every place where a literal stands, and of no other, on every machine.</summary>
public class LiteralSearchTests
{
    private static readonly ScanProgram _program = new(Scanner.Real.Rules, new KeyHider("test"u8));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_found_is_what_stands_there(bool wide)
    {
        Assert.SkipUnless(!wide || Avx512Vbmi.IsSupported, "this machine has no AVX-512 VBMI");
        var random = new Random(11);
        for (var round = 0; round < 12; round++)
        {
            var text = Text(random, random.Next(0, round % 4 == 0 ? 2500 : 300));
            var sink = new Listing([]);
            _program.Search.Run(text, ref sink, wide);
            Assert.Equal(Expected(text), sink.Found.Order());
        }
    }

    private static IEnumerable<(int At, int Literal)> Expected(byte[] text) =>
        Enumerable.Range(0, text.Length).SelectMany(at => Enumerable.Range(0, _program.Literals.Length).Where(i => _program.Literals[i].IsAt(text, at)).Select(i => (at, i)));

    // Literals, pieces of them and random bytes, so that much nearly matches
    private static byte[] Text(Random random, int length)
    {
        var text = new byte[length];
        for (var at = 0; at < length;)
        {
            var literal = _program.Literals[random.Next(_program.Literals.Length)].Text;
            var piece = random.Next(3) == 0 ? Encoding.ASCII.GetBytes(" the key is no token,\n") : literal[..random.Next(1, literal.Length + 1)];
            piece = piece[..Math.Min(piece.Length, length - at)];
            piece.CopyTo(text, at);
            at += piece.Length;
            if (at < length && random.Next(4) == 0)
            {
                text[at++] = (byte)random.Next(256);
            }
        }

        return text;
    }

    private readonly struct Listing(List<(int At, int Literal)> found) : ILiteralSink
    {
        public List<(int At, int Literal)> Found => found;

        public bool OnLiteral(ReadOnlySpan<byte> text, int literal, int at)
        {
            found.Add((at, literal));
            return true;
        }

        public bool OnDense(ReadOnlySpan<byte> text, int at) => true;
    }
}
