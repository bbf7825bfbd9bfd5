using Fraud.Contracts;
using Fraud.Posts;
using Fraud.Secrets;
using Fraud.Testing;

namespace Fraud.Storage.Tests.Secrets;

public sealed class DataFolderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_but_the_service_may_read_the_data_folder_and_the_keys()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes");
            return;
        }

        await using var store = TestStore.Sqlite();
        await store.Get<ICrawlStore>().ImportAsync(Make.Page(), [Some.Post()], Token);
        store.Get<IKeyVault>().GetOrCreate("test", () => [1, 2, 3]);
        var others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        Assert.All(Directory.GetFileSystemEntries(store.Options.Folder, "*", SearchOption.AllDirectories).Append(store.Options.Folder),
            f => Assert.Equal(default, Mode(f) & others));
    }

    [Fact]
    public async Task A_key_is_made_once_also_when_all_ask_at_once_and_survives_a_restart()
    {
        await using var store = TestStore.Sqlite();
        var keys = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => store.Get<IKeyVault>().GetOrCreate("test", () => [(byte)i]), Token)));
        Assert.Single(keys.Select(k => k[0]).Distinct());
        await store.ReopenAsync();
        Assert.Equal(keys[0], store.Get<IKeyVault>().GetOrCreate("test", () => [99]));
    }

    [Fact]
    public async Task A_key_file_does_not_hold_the_key_in_clear()
    {
        await using var store = TestStore.Sqlite();
        store.Get<IKeyVault>().GetOrCreate("test", () => "needle"u8.ToArray());
        var file = Assert.Single(Directory.GetFiles(Path.Combine(store.Options.Folder, "keys"), "*.key"));
        Assert.True(File.ReadAllBytes(file).AsSpan().IndexOf("needle"u8) < 0);
    }

    [Fact]
    public async Task A_key_that_no_longer_opens_is_an_error_and_is_never_replaced()
    {
        await using var store = TestStore.Sqlite();
        store.Get<IKeyVault>().GetOrCreate("test", () => [1]);
        var file = Path.Combine(store.Options.Folder, "keys", "test.key");
        await File.WriteAllBytesAsync(file, [1, 2, 3], Token);
        Assert.Throws<StorageException>(() => store.Get<IKeyVault>().GetOrCreate("test", () => [2]));
        Assert.Equal(3, new FileInfo(file).Length);
    }

    private static UnixFileMode Mode(string path) => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path);
}
