using System.Security.Cryptography;
using Fraud.Report.Delivery;
using Fraud.Testing;

namespace Fraud.Report.Tests.Delivery;

public class ReportVerifierTests
{
    [Fact]
    public async Task Every_single_altered_byte_of_a_report_is_found()
    {
        using var desk = new Desk(SomeCase.Confirmed());
        await desk.MakeAsync("csv", "jsonl");
        foreach (var file in Directory.EnumerateFiles(desk.Out))
        {
            var whole = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            for (var i = 0; i < whole.Length; i += Math.Max(1, whole.Length / 97))
            {
                var altered = whole.ToArray();
                altered[i] ^= 1;
                await File.WriteAllBytesAsync(file, altered, TestContext.Current.CancellationToken);
                Assert.False((await desk.VerifyAsync()).IsWhole, $"byte {i} of {Path.GetFileName(file)}");
            }

            await File.WriteAllBytesAsync(file, whole, TestContext.Current.CancellationToken);
        }

        Assert.True((await desk.VerifyAsync()).IsWhole);
    }

    [Theory]
    [InlineData("cases.csv")]
    [InlineData("manifest.json")]
    [InlineData("manifest.sig")]
    public async Task A_missing_file_is_named(string name)
    {
        using var desk = new Desk(SomeCase.Confirmed());
        await desk.MakeAsync("csv");
        File.Delete(Path.Combine(desk.Out, name));

        Assert.Equal($"{name} is missing.", Assert.Single((await desk.VerifyAsync()).Faults));
    }

    [Theory]
    [InlineData("more.csv")]
    [InlineData("sub/more.csv")]
    public async Task A_file_put_into_the_folder_is_found(string name)
    {
        using var desk = new Desk(SomeCase.Confirmed());
        await desk.MakeAsync("csv");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(desk.Out, name))!);
        await File.WriteAllTextAsync(Path.Combine(desk.Out, name), "x", TestContext.Current.CancellationToken);

        Assert.Contains("is not in the manifest", Assert.Single((await desk.VerifyAsync()).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_signed_again_by_somebody_else_does_not_pass_for_ours()
    {
        using var ours = new Desk(SomeCase.Confirmed());
        using var theirs = new Desk(SomeCase.Confirmed());
        var key = (await ours.MakeAsync("csv")).KeyId;
        await theirs.MakeAsync("csv");

        Assert.True((await theirs.VerifyAsync()).IsWhole);
        Assert.False((await theirs.VerifyAsync(key)).IsWhole);
    }

    [Fact]
    public async Task A_manifest_that_names_a_file_outside_the_folder_reads_nothing_there()
    {
        using var desk = new Desk();
        var manifest = await desk.MakeAsync("csv");
        await SignAsync(desk, manifest with { Files = [manifest.Files[0] with { Name = "../out/cases.csv" }, manifest.Files[0]] });

        Assert.Equal("The manifest names a file outside the folder.", Assert.Single((await desk.VerifyAsync()).Faults));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"form\":\"fraud-report-1\"}")]
    [InlineData("{\"form\":\"fraud-report-1\",\"form\":\"fraud-report-1\"}")]
    public async Task A_manifest_that_is_none_is_a_fault(string content)
    {
        using var desk = new Desk();
        await desk.MakeAsync("csv");
        await File.WriteAllTextAsync(Path.Combine(desk.Out, "manifest.json"), content, TestContext.Current.CancellationToken);

        Assert.False((await desk.VerifyAsync()).IsWhole);
    }

    private static async Task SignAsync(Desk desk, ReportManifest manifest)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var id = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));
        var bytes = ManifestJson.Write(manifest with { KeyId = id, PublicKey = key.ExportSubjectPublicKeyInfoPem() });
        await File.WriteAllBytesAsync(Path.Combine(desk.Out, "manifest.json"), bytes);
        await File.WriteAllBytesAsync(Path.Combine(desk.Out, "manifest.sig"), key.SignData(bytes, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }
}
