using System.Text;

namespace Fraud.Tests.Scanning;

/// <summary>Scanning in blocks finds what scanning whole finds, in flat memory.</summary>
public class BlockScanTests
{
    private const int Middle = 4 << 20;
    private const int Overlap = 64 << 10;

    /// <summary>Places around the borders of the first block and its overlaps, where something could fall through.</summary>
    public static TheoryData<int> Borders => [.. ((int[])[Middle, Middle + Overlap, Middle + (2 * Overlap)]).SelectMany(b => (int[])[b - 200, b - 157, b - 100, b - 20, b - 1, b, b + 1, b + 40])];

    [Theory]
    [MemberData(nameof(Borders))]
    public void A_key_across_a_border_is_told_once_and_at_its_place(int at)
    {
        // A shapeless key: only the name before it makes it one
        var text = Filler(at) + "DEEPSEEK_API_KEY=sk-" + Hex(32) + "\n" + Filler(300_000);

        var finding = Assert.Single(ScanKit.Scan(text).Findings);

        Assert.Equal(at / 80 + 1, finding.Line);
        Assert.Equal((at % 80) + 18, finding.Column);
    }

    [Fact]
    public void A_long_line_of_many_byte_characters_keeps_its_columns()
    {
        var text = string.Concat(Enumerable.Repeat("词元", 1_500_000)) + "😀 " + ScanKit.Key();

        Assert.Equal((1, 3_000_004), Assert.Single(ScanKit.Scan(text).Findings) is var f ? (f.Line, f.Column) : default);
    }

    [Fact]
    public void Memory_stays_flat_however_long_the_stream_is()
    {
        var scan = ScanKit.Scan();
        scan.Stream("warm", new Endless(16L << 20));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var result = scan.Stream("long", new Endless(1L << 30));

        // What is never allocated need not be freed: the buffers of the first stream serve all after it
        Assert.Equal(1L << 30, result.Bytes);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    private static string Filler(int length) => string.Create(length, 0, static (to, _) =>
    {
        for (var i = 0; i < to.Length; i++)
        {
            to[i] = i % 80 == 79 ? '\n' : i % 7 == 0 ? ' ' : 'e';
        }
    });

    private static string Hex(int length) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("hex"u8))[..length];

    /// <summary>So many bytes of plain lines, made as they are read.</summary>
    private sealed class Endless(long length) : Stream
    {
        private static readonly byte[] _lines = Encoding.ASCII.GetBytes(Filler(8000));
        private long _left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            var part = (int)Math.Min(Math.Min(buffer.Length, _left), _lines.Length);
            _lines.AsSpan(0, part).CopyTo(buffer);
            _left -= part;
            return part;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
