using FsCheck;
using FsCheck.Fluent;
using Fraud.Findings;
using Fraud.Report.Formats;
using Fraud.Testing;

namespace Fraud.Report.Tests.Formats;

public class CsvFormatTests
{
    [Theory]
    [InlineData("=cmd|'/c calc'!A0")]
    [InlineData("+1")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\n=1")]
    [InlineData(" =1")]
    [InlineData("＝1")]
    [InlineData("\u3000＠x")]
    public async Task A_cell_never_starts_a_formula(string text)
    {
        using var desk = new Desk(SomeCase.Confirmed(text));

        Assert.Equal("'" + text, (await ReadAsync(desk)).Single()["text"]);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("a,b")]
    [InlineData("a;b")]
    [InlineData("say \"now\"")]
    [InlineData("line\r\nline\nline\rline")]
    [InlineData("囤词元 😀")]
    [InlineData("")]
    public async Task A_cell_is_read_back_as_it_was_written(string text)
    {
        using var desk = new Desk(SomeCase.Confirmed(text));

        Assert.Equal(text, (await ReadAsync(desk)).Single()["text"]);
    }

    [Fact]
    public void Any_cells_make_one_record_of_as_many_cells() =>
        Prop.ForAll<string[]>(cells =>
        {
            var wanted = cells.Select(c => c ?? "").Append("last").ToArray();
            return Rfc4180.Read(CsvLine.Write(wanted)).Single().Length == wanted.Length;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task A_case_fills_its_columns()
    {
        using var desk = new Desk(SomeCase.Confirmed(label: PitchLabel.KeyTrade, campaign: 7).WithContact("wechat", "tk_8888").WithKey());

        var row = (await ReadAsync(desk)).Single();

        Assert.Equal("key_trade", row["label"]);
        Assert.Equal("T4", row["label_code"]);
        Assert.Equal("7", row["campaign_id"]);
        Assert.Equal("wechat:tk_8888 (author)", row["contacts"]);
        Assert.StartsWith("OpenAI:sk-proj-…9f3a", row["keys"], StringComparison.Ordinal);
        Assert.Equal("2026-11-01T12:00:00.000Z", row["confirmed_at"]);
        Assert.Matches("^reviewer-[0-9a-f]{12}$", row["confirmed_by"]);
    }

    [Fact]
    public async Task The_file_is_UTF_8_with_a_header_and_CRLF()
    {
        using var desk = new Desk();

        var text = await desk.WriteAsync("csv");

        Assert.StartsWith("case_id,confirmed_at,confirmed_by,", text, StringComparison.Ordinal);
        Assert.EndsWith("model,policy\r\n", text, StringComparison.Ordinal);
    }

    private static async Task<List<Dictionary<string, string>>> ReadAsync(Desk desk)
    {
        var records = Rfc4180.Read(await desk.WriteAsync("csv"));
        return [.. records.Skip(1).Select(r => records[0].Zip(r).ToDictionary(c => c.First, c => c.Second))];
    }
}
